package io.clearover.explain.catalogue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quick actions for a cause of the operator's own file that names none: those that the phrases in braces of its next
 * steps stand for, and to contact the administrator, which never does harm.
 */
final class OperatorActions {
    private static final Map<String, QuickAction> BY_PHRASE = Map.of(
            "{roll-back}", QuickAction.ROLL_BACK,
            "{without-sync}", QuickAction.START_WITHOUT_FINAL_SYNC,
            "{without-drivers}", QuickAction.START_WITHOUT_DRIVER_INSTALLATION);

    private static final Pattern NEXT_STEP = Pattern.compile("(?:\\.(?<kind>[^.]+))?\\.action\\.\\d+");

    private OperatorActions() {}

    /**
     * @param cause the cause's slug
     * @param texts its texts by key, in one language: the phrases are the same in each
     */
    static AdvisedActions of(String cause, Map<String, String> texts) {
        Set<QuickAction> usual = EnumSet.of(QuickAction.CONTACT_ADMIN);
        Map<String, Set<QuickAction>> byKind = new HashMap<>();
        texts.forEach((key, text) -> {
            Matcher nextStep = NEXT_STEP.matcher(key.substring(("cause." + cause).length()));
            if (nextStep.matches()) {
                Optional<String> kind = Optional.ofNullable(nextStep.group("kind"));
                kind.map(id -> byKind.computeIfAbsent(id, none -> EnumSet.of(QuickAction.CONTACT_ADMIN)))
                        .orElse(usual)
                        .addAll(phrases(text));
            }
        });
        return new AdvisedActions(usual, byKind);
    }

    private static List<QuickAction> phrases(String nextStep) {
        return BY_PHRASE.entrySet().stream()
                .filter(phrase -> nextStep.contains(phrase.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
