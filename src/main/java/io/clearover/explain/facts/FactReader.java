package io.clearover.explain.facts;

import io.clearover.explain.facts.Meaning.Binding;
import io.clearover.explain.facts.Meaning.Role;
import io.clearover.explain.facts.PhraseTrie.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a raw error into {@link Facts}. Each link of the chain of causes is read by itself; the most telling one decides,
 * among equals the innermost. Warnings, progress and what failed afterwards decide only if nothing else does. A symptom decides
 * nothing where another link or an earlier line may well tell its cause. Takes time linear in the text. Thread-safe.
 */
public final class FactReader {
    private static final int LONGEST_EVIDENCE = 400;

    /** Words that tell that something failed, though not what. */
    private static final Set<String> FAILURES = Set.of("failed", "error", "unable", "not", "refused", "exception");

    /** So many words may tell what went wrong; fewer name a program or a number. */
    private static final int TELLING = 4;

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

        /** Whether a symptom in another link speaks of something else that went wrong in another way. */
        boolean isContradictedBy(Finding other) {
            return telling < Meaning.CERTAIN
                    && other.telling >= telling
                    && other.link.number() != link.number()
                    && other.link.isAside() == link.isAside()
                    && condition() != null
                    && other.condition() != null
                    && other.condition() != condition()
                    && other.object() != object;
        }

        /** On the side that another finding tells of the same object, if it tells none itself. */
        Finding onSideOf(List<Finding> others) {
            return side != null
                    ? this
                    : others.stream()
                            .filter(other -> other.object == object && other.side != null && !other.link.isAside())
                            .findFirst()
                            .map(other -> new Finding(link, match, object, other.side, telling))
                            .orElse(this);
        }

        boolean isSymptom() {
            return match.meaning().weight() == Meaning.SYMPTOM && !link.isAside();
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
        List<Finding> findings = links.stream()
                .flatMap(link -> findings(link, links, words))
                .filter(found -> found.object() != null)
                .toList();
        return findings.stream()
                .max(Finding.DECISIVE)
                .filter(found -> findings.stream().noneMatch(found::isContradictedBy))
                .filter(found -> !found.isSymptom() || !followsUnknown(found, links, findings, words))
                .filter(found -> found.condition() != null || !leadsToUnknown(found, links, findings, words))
                .map(found -> facts(found.onSideOf(findings), sides, stepKind, evidence(found, words, rawError)))
                .orElseGet(() -> sides.ofAllSigns(stepKind)
                        .map(side -> new Facts(side, null, null, null))
                        .orElse(Facts.NONE));
    }

    /** Whether a link further inwards of the same line tells of what no phrase knows: that is what the object is named for. */
    private static boolean leadsToUnknown(Finding subject, List<Link> links, List<Finding> findings, Words words) {
        Set<Integer> known = linksOf(findings);
        for (Link inner : links.subList(subject.link().number() + 1, links.size())) {
            if (words.beginsLine(inner.from())) {
                return false;
            }
            if (!known.contains(inner.number()) && !inner.isAside() && inner.to() - inner.from() >= TELLING) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line before that of a symptom tells of a failure that no phrase knows: that may be the cause. */
    private static boolean followsUnknown(Finding symptom, List<Link> links, List<Finding> findings, Words words) {
        Set<Integer> known = linksOf(findings);
        boolean fails = false;
        boolean isKnown = false;
        for (Link link : links.subList(0, symptom.link().number() + 1)) {
            if (words.beginsLine(link.from())) {
                if (fails && !isKnown) {
                    return true;
                }
                fails = false;
                isKnown = false;
            }
            fails |= !link.isAside() && link.has(words, FAILURES);
            isKnown |= link.isAside() || known.contains(link.number());
        }
        return false;
    }

    private static Set<Integer> linksOf(List<Finding> findings) {
        return findings.stream().map(found -> found.link().number()).collect(Collectors.toSet());
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
