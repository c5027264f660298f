package io.clearover.rawtext;

import com.google.re2j.Pattern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/**
 * Takes secrets out of technical texts, which admins need, but not with secrets. Takes time linear in the text's
 * length. Thread-safe.
 */
@ApplicationScoped
public class Redaction {
    /** What stands where a secret was. */
    public static final String MARK = "[redacted]";

    private static final List<String> NAMES =
            List.of("pass", "pwd", "secret", "token", "key", "session", "signature", "credential");
    private static final String NAME =
            "(?:password|passwd|passphrase|passwort|pwd|secret|token|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|session[_-]?key|sessionid|signature|credentials?)[\\w-]*";
    private static final String QUOTE = "(?:\\\\*[\"']|&quot;|%22)?";

    private static final List<Rule> RULES = List.of(
            rule("(?s)()-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)", "private key"),
            rule("()\\beyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*", "eyj"),
            rule(
                    "(?i)(authorization" + QUOTE + "\\s*[:=]\\s*" + QUOTE
                            + ")(?:(?:basic|bearer|digest|negotiate)\\s+)?[^\\s\"',;\\\\]+",
                    "authorization"),
            rule("(?i)(\\b(?:basic|bearer)\\s+)[A-Za-z0-9+/_.~-]{12,}=*", "basic", "bearer"),
            rule("(?i)(cookie\\s*:\\s*)[^\\r\\n]+", "cookie"),
            new Rule(List.of("@"), Pattern.compile("(://)[^/\\s@\"'<>]+@"), "$1" + MARK + "@"),
            named(NAME + "\"?\\s*[:=]\\s*\"", "(?:[^\"\\\\]|\\\\.)*"),
            named(NAME + "\\\\+\"\\s*[:=]\\s*\\\\+\"", "(?:[^\"\\\\]|\\\\+[^\"\\\\])*"),
            named(NAME + "'?\\s*[:=]\\s*'", "[^'\\r\\n]*"),
            named(NAME + QUOTE + "\\s*(?:[:=]|%3D|%3A)\\s*" + QUOTE, "[^\\s&\"',;<>)}\\]\\[\\\\]+"),
            rule("(?i)([?&](?:username|user|login)=)[^&\\s\"']+", "user", "login"),
            named("(?:^|\\s)--?(?:password|passphrase|token|secret|api-?key)\\s+", "[^\\s\"']+"),
            named("<(?:\\w+:)?(?:password|secret|token|apikey|secretkey|signature)[^>]*>", "[^<]*"));

    /**
     * @param signs the rule is of use only in a text that has one of these, in lower case
     * @param secret its first group is what stands before the secret and stays
     */
    private record Rule(List<String> signs, Pattern secret, String replacement) {
        String applyTo(String text, String lowerCase) {
            boolean ofUse = signs.stream().anyMatch(lowerCase::contains);
            return ofUse ? secret.matcher(text).replaceAll(replacement) : text;
        }
    }

    private static Rule rule(String secret, String... signs) {
        return new Rule(List.of(signs), Pattern.compile(secret), "$1" + MARK);
    }

    private static Rule named(String name, String secret) {
        return new Rule(NAMES, Pattern.compile("(?i)(" + name + ")" + secret), "$1" + MARK);
    }

    /**
     * The text with each secret replaced by {@link #MARK}; null for null. Of an {@link Excerpt}, what follows the gap directly
     * is left out.
     */
    public String redact(String technicalText) {
        if (technicalText == null) {
            return null;
        }
        String redacted = Excerpt.withoutHalfSecret(technicalText);
        String lowerCase = redacted.toLowerCase(Locale.ROOT);
        for (Rule rule : RULES) {
            redacted = rule.applyTo(redacted, lowerCase);
        }
        return redacted;
    }
}
