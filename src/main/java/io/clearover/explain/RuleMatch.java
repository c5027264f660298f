package io.clearover.explain;

/**
 * The rule that answers a raw error, for admins: the pattern tells nothing of use to anybody else.
 *
 * @param rule the cause and the number of the pattern in its list, such as {@code volume-in-use/3}
 * @param cause the cause's slug
 * @param pattern the expression that matched
 */
public record RuleMatch(String rule, String cause, String pattern) {
    static RuleMatch of(Rule rule) {
        Cause cause = rule.cause();
        int number = cause.patterns().indexOf(rule.pattern()) + 1;
        return new RuleMatch(
                cause.id() + "/" + number, cause.id(), rule.pattern().toString());
    }
}
