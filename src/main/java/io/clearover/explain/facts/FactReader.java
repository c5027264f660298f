package io.clearover.explain.facts;

import io.clearover.explain.facts.Meaning.Binding;
import io.clearover.explain.facts.Meaning.Role;
import io.clearover.explain.facts.PhraseTrie.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a raw error into {@link Facts}. Each link of the chain of causes is read by itself; the most telling one decides,
 * among equals the innermost. Warnings, progress and what failed afterwards decide only if nothing else does. Takes time
 * linear in the text. Thread-safe.
 */
public final class FactReader {
    private static final int LONGEST_EVIDENCE = 400;

    /** How many links outwards the object of a condition may stand. */
    private static final int CONTEXT = 2;

    private final Vocabulary vocabulary;

    /** @throws IllegalArgumentException if the vocabulary is not usable; the message says why */
    public FactReader() {
        this.vocabulary = Vocabulary.builtIn();
    }

    /**
     * What a phrase in a link tells.
     *
     * @param object null if it is not known
     * @param side null if neither phrase nor object tell it
     * @param telling how much it tells: more where the phrase names a cause, and where the object stands beside it
     */
    private record Finding(Link link, Match match, FaultObject object, Side side, int telling) {
        static final Comparator<Finding> DECISIVE = Comparator.comparing((Finding found) -> !found.link.isAside())
                .thenComparing(Finding::telling)
                .thenComparing(found -> found.link.number())
                .thenComparing(found -> found.match.meaning().object() != null)
                .thenComparing(found -> found.match.to());

        Condition condition() {
            return match.meaning().condition();
        }
    }

    /**
     * The facts of a text; {@link Facts#NONE} if it tells none.
     *
     * @param rawError of any length and form; null if there is none
     * @param stepKind the kind of step that failed: with what the text tells it may tell where an object is
     */
    public Facts read(String rawError, String stepKind) {
        Words words = vocabulary.read(rawError);
        List<Link> links = new LinkReader(words, vocabulary.in(words)).links();
        SideFinder sides = new SideFinder(vocabulary, links, words);
        return links.stream()
                .flatMap(link -> findings(link, links, words))
                .filter(found -> found.object() != null)
                .max(Finding.DECISIVE)
                .map(found -> facts(found, sides, stepKind, evidence(found, words, rawError)))
                .orElseGet(() -> sides.ofAllSigns()
                        .map(side -> new Facts(side, null, null, null))
                        .orElse(Facts.NONE));
    }

    private Stream<Finding> findings(Link link, List<Link> links, Words words) {
        return link.matches().stream()
                .filter(match -> match.meaning().role() == Role.FACT)
                .filter(match ->
                        match.meaning().isCondition() || match.meaning().isSubject())
                .map(match -> finding(link, match, links, words));
    }

    private Finding finding(Link link, Match match, List<Link> links, Words words) {
        Meaning meaning = match.meaning();
        if (meaning.object() != null) {
            return new Finding(link, match, meaning.object(), meaning.side(), meaning.telling(true));
        }
        if (meaning.binding() != Binding.OUTER) {
            Optional<Match> beside = link.objectOf(match, words);
            if (beside.isPresent()) {
                return of(beside.get(), link, match, meaning.telling(true));
            }
        }
        Optional<Match> elsewhere = meaning.binding() == Binding.AFTER ? inner(link, links, words) : Optional.empty();
        FaultObject usual = vocabulary.usualObject(meaning.condition());
        if (elsewhere.isEmpty() && usual != null) {
            return new Finding(link, match, usual, meaning.side(), meaning.telling(false));
        }
        return elsewhere
                .or(() -> outer(link, links, words))
                .map(noun -> of(noun, link, match, meaning.telling(false)))
                .orElseGet(() -> new Finding(link, match, null, meaning.side(), meaning.telling(false)));
    }

    private static Finding of(Match noun, Link link, Match condition, int telling) {
        Side said = condition.meaning().side();
        return new Finding(
                link,
                condition,
                noun.meaning().object(),
                said == null ? noun.meaning().side() : said,
                telling);
    }

    /** What the next link is about. */
    private static Optional<Match> inner(Link link, List<Link> links, Words words) {
        int next = link.number() + 1;
        return next < links.size() ? links.get(next).subject(words) : Optional.empty();
    }

    /** What the nearest link outwards that names something is about. */
    private static Optional<Match> outer(Link link, List<Link> links, Words words) {
        for (int away = 1; away <= CONTEXT && away <= link.number(); away++) {
            Optional<Match> noun = links.get(link.number() - away).subject(words);
            if (noun.isPresent()) {
                return noun;
            }
        }
        return Optional.empty();
    }

    private static Facts facts(Finding found, SideFinder sides, String stepKind, String evidence) {
        boolean isConnection = found.object() == FaultObject.SERVICE && found.condition() == Condition.UNREACHABLE;
        FaultObject object = isConnection ? sides.behindConnection() : found.object();
        Side said = object == found.object() ? found.side() : null;
        Side side = sides.side(found.link(), found.match(), object, said, stepKind);
        return new Facts(side, object, found.condition(), evidence);
    }

    private static String evidence(Finding found, Words words, String raw) {
        int from = words.start(found.link().from());
        int to = words.end(found.link().to() - 1);
        if (to - from > LONGEST_EVIDENCE) {
            from = Math.max(from, words.start(found.match().from()) - LONGEST_EVIDENCE / 2);
            to = Math.min(to, from + LONGEST_EVIDENCE);
        }
        return raw.substring(from, to);
    }
}
