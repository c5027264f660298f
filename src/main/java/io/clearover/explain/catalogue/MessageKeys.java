package io.clearover.explain.catalogue;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the keys of messages that something uses, so that one with a typing error is noticed. */
final class MessageKeys {
    private final Set<String> causes;
    private final Set<String> kinds;
    private final Set<String> steps;
    private final Map<String, Set<String>> findings;

    MessageKeys(List<Cause> causes, Set<String> kinds, List<CatalogueStep> steps, List<CheckFindings> checks) {
        this.causes = causes.stream().map(Cause::id).collect(Collectors.toSet());
        this.kinds = kinds;
        this.steps = steps.stream().map(CatalogueStep::slug).collect(Collectors.toSet());
        this.findings = checks.stream().collect(Collectors.toMap(CheckFindings::id, check -> check.findings()
                .keySet()));
    }

    boolean isUsed(String key) {
        String[] parts = key.split("\\.", 3);
        if (parts.length < 2) {
            return false;
        }
        String rest = parts.length == 3 ? parts[2] : "";
        return switch (parts[0]) {
            case "step" -> steps.contains(parts[1]) && rest.matches("name|description");
            case "kind" -> kinds.contains(parts[1]) && rest.matches("failed|reason|action\\.\\d+");
            case "cause" -> causes.contains(parts[1]) && isUsedByCause(rest);
            case "check" -> findings.containsKey(parts[1]) && isUsedByCheck(findings.get(parts[1]), rest);
            case "fact" -> ofFacts().contains(key) || isSaidOfFact(key);
            case "failed" -> rest.isEmpty() && isOperation(parts[1]);
            case "phrase" -> isOperation(rest.split("\\.")[0]);
            default -> false;
        };
    }

    /** The keys of all that has to be there to say facts. */
    Set<String> ofFacts() {
        return Stream.of(
                        Stream.of("fact.concerns", "fact.wait", "fact.check", "fact.who.unknown"),
                        names(FaultObject.values()).map("fact.object."::concat),
                        names(Condition.values())
                                .flatMap(name -> Stream.of("fact.condition." + name, "fact.check." + name)),
                        names(Side.values()).flatMap(name -> Stream.of("fact.where." + name, "fact.who." + name)))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    /** What is said of one object in one condition in its own words. */
    private static boolean isSaidOfFact(String key) {
        return names(FaultObject.values()).anyMatch(object -> names(Condition.values())
                .anyMatch(condition -> key.equals("fact.said.%s.%s".formatted(object, condition))));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** A text without the blanks that facts fill, which are no phrases. */
    String withoutBlanks(String key, String text) {
        return key.startsWith("fact.") ? text.replace("{object}", "").replace("{where}", "") : text;
    }

    private boolean isUsedByCause(String rest) {
        String[] parts = rest.split("\\.", 2);
        return rest.matches("summary|reason|action\\.\\d+")
                || (kinds.contains(parts[0]) && parts[1].matches("message|reason|action\\.\\d+"));
    }

    private static boolean isUsedByCheck(Set<String> findings, String rest) {
        String[] parts = rest.split("\\.", 2);
        return rest.equals("name") || (findings.contains(parts[0]) && parts[1].matches("message|reason|action\\.\\d+"));
    }

    private static boolean isOperation(String name) {
        return CatalogueCheck.operations().anyMatch(name::equals);
    }
}
