package io.clearover.explain.facts;

import io.clearover.explain.facts.PhraseTrie.Match;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds where a fault is: by what the phrase that decided says, and by the signs around it. */
final class SideFinder {
    private final Vocabulary vocabulary;
    private final List<Link> links;
    private final Words words;

    /** @param links of the text, which has these words */
    SideFinder(Vocabulary vocabulary, List<Link> links, Words words) {
        this.vocabulary = vocabulary;
        this.links = links;
        this.words = words;
    }

    /**
     * What is said, if the text does not speak against it; else by the signs in the decisive link, where its object mostly
     * is, the strong signs in the links around it, where the step's objects are, and the weak signs, in this order. Null if
     * none of them tells.
     *
     * @param object what the fault is about
     * @param said what the phrase and its object say; null if nothing
     */
    Side side(Link decisive, Match match, FaultObject object, Side said, String stepKind) {
        if (object == FaultObject.DATABASE) {
            return nearest(decisive, match).filter(Side.DESTINATION::equals).orElse(Side.APPLIANCE);
        }
        if (said == Side.LINK && has("localhost"::equals)) {
            return Side.APPLIANCE;
        }
        boolean isOpen = said == null
                || (said == Side.LINK && has(SideFinder::isSocket))
                || (said == Side.DESTINATION && contradict(said));
        return isOpen
                ? nearest(decisive, match)
                        .or(() -> Optional.ofNullable(vocabulary.usualSide(object)))
                        .or(() -> inGuest(stepKind, object))
                        .or(() -> around(decisive, SideFinder::isStrong))
                        .or(() -> Optional.ofNullable(vocabulary.sideIn(stepKind, object)))
                        .or(() -> around(decisive, sign -> true))
                        .orElse(null)
                : said;
    }

    /** What a connection leads to: the database or a storage where the text names one, else a service. */
    FaultObject behindConnection() {
        return Stream.of(FaultObject.DATABASE, FaultObject.STORAGE)
                .filter(object -> meanings().anyMatch(meaning -> meaning.object() == object))
                .findFirst()
                .orElse(FaultObject.SERVICE);
    }

    /**
     * The side of all signs in a text that tells nothing else; empty if there are none or they differ, and where a program of the
     * appliance works inside the guest: its names then tell neither.
     */
    Optional<Side> ofAllSigns(String stepKind) {
        Set<Side> sides = links.stream()
                .filter(link -> link.to() - link.from() > 1)
                .flatMap(link -> link.matches().stream())
                .map(sign -> sign.meaning().side())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean worksInGuest = inGuest(stepKind, FaultObject.FILE_SYSTEM).isPresent();
        return sides.size() != 1 || (worksInGuest && sides.contains(Side.APPLIANCE))
                ? Optional.empty()
                : sides.stream().findFirst();
    }

    /** What a step works on inside the guest is the guest's, whichever program of the appliance speaks of it. */
    private Optional<Side> inGuest(String stepKind, FaultObject object) {
        return Optional.ofNullable(vocabulary.sideIn(stepKind, object)).filter(Side.GUEST::equals);
    }

    /** Whether strong signs tell other sides and none tells this one. */
    private boolean contradict(Side side) {
        Set<Side> signs =
                meanings().filter(SideFinder::isStrong).map(Meaning::side).collect(Collectors.toSet());
        return !signs.isEmpty() && !signs.contains(side);
    }

    private static boolean isStrong(Meaning meaning) {
        return meaning.role() == Meaning.Role.SIGN && meaning.weight() >= Meaning.CAUSE;
    }

    /** A socket leads to a service on the same machine. */
    private static boolean isSocket(String word) {
        return word.equals(".sock") || (word.startsWith("/") && word.endsWith("-sock"));
    }

    private boolean has(Predicate<String> which) {
        return IntStream.range(0, words.size()).mapToObj(words::word).anyMatch(which);
    }

    private Stream<Meaning> meanings() {
        return links.stream()
                .filter(link -> !link.isAside())
                .flatMap(link -> link.matches().stream())
                .map(Match::meaning);
    }

    private static Optional<Side> nearest(Link link, Match match) {
        return link.matches().stream()
                .filter(sign -> sign.meaning().side() != null && sign != match)
                .filter(sign -> sign.meaning().weight() >= Meaning.CAUSE)
                .min((a, b) -> Integer.compare(distance(a, match), distance(b, match)))
                .map(sign -> sign.meaning().side());
    }

    private static int distance(Match sign, Match match) {
        return sign.to() <= match.from() ? match.from() - sign.to() : Math.max(0, sign.from() - match.to());
    }

    /** Nearest first, outwards before inwards: inner links are consequences or details. */
    private Optional<Side> around(Link decisive, Predicate<Meaning> which) {
        for (int away = 1; away < links.size(); away++) {
            int inner = decisive.number() + away;
            Optional<Side> found = in(decisive.number() - away, which).or(() -> in(inner, which));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Side> in(int number, Predicate<Meaning> which) {
        if (number < 0 || number >= links.size() || links.get(number).isAside()) {
            return Optional.empty();
        }
        return links.get(number).matches().stream()
                .map(Match::meaning)
                .filter(which)
                .map(Meaning::side)
                .filter(side -> side != null && side != Side.LINK)
                .reduce((first, last) -> last);
    }
}
