package io.clearover.explain;

import io.clearover.explain.catalogue.MessageBundle;
import io.clearover.explain.facts.Facts;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says facts in plain words of one language: what they are about, what is wrong with it, where, and who can mend it. */
final class FactWords {
    private final MessageBundle texts;
    private final Facts facts;

    FactWords(MessageBundle texts, Facts facts) {
        this.texts = texts;
        this.facts = facts;
    }

    /** A few words such as "a network was not found". */
    String summary() {
        return said("");
    }

    /** A sentence such as "A network in the destination platform was not found." */
    String reason() {
        String said = said(where());
        return said.substring(0, 1).toUpperCase(texts.locale()) + said.substring(1) + ".";
    }

    /**
     * What to do, most helpful first, with phrases that are still to be filled in.
     *
     * @param retryable whether to wait is enough
     */
    List<String> actions(boolean retryable) {
        Stream<String> wait = retryable ? Stream.of(texts.get("fact.wait")) : Stream.empty();
        String check = facts.condition() == null
                ? texts.get("fact.check")
                : texts.get("fact.check." + facts.condition().jsonName());
        String who = texts.get(
                "fact.who." + (facts.side() == null ? "unknown" : facts.side().jsonName()));
        return Stream.concat(wait, Stream.of(filled(check, where()), who)).toList();
    }

    private String said(String where) {
        String object = facts.object().jsonName();
        if (facts.condition() == null) {
            return filled(texts.get("fact.concerns"), where);
        }
        String condition = facts.condition().jsonName();
        Optional<String> own = texts.find("fact.said.%s.%s".formatted(object, condition));
        return filled(own.orElseGet(() -> "{object}{where} " + texts.get("fact.condition." + condition)), where);
    }

    private String where() {
        boolean withinItself = facts.object() == FaultObject.VM && facts.side() == Side.GUEST;
        return facts.side() == null || withinItself
                ? ""
                : " " + texts.get("fact.where." + facts.side().jsonName());
    }

    private String filled(String text, String where) {
        return text.replace(
                        "{object}", texts.get("fact.object." + facts.object().jsonName()))
                .replace("{where}", where);
    }
}
