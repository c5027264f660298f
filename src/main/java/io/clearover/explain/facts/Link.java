package io.clearover.explain.facts;

import io.clearover.explain.facts.PhraseTrie.Match;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A link of the chain of causes in a text.
 *
 * @param number from 0, from the outermost or first one
 * @param from the index of its first word
 * @param to the index after its last word
 * @param matches the phrases in it that count, in the order in which they begin
 * @param isAside whether it tells of progress, warns, or tells what failed afterwards: it decides only if nothing else does
 */
record Link(int number, int from, int to, List<Match> matches, boolean isAside) {
    /** Things; what is done with them or says how, is nothing that an inner link speaks of. */
    private static final Set<FaultObject> SUBJECTS = EnumSet.of(
            FaultObject.DISK,
            FaultObject.SNAPSHOT,
            FaultObject.NETWORK,
            FaultObject.TEMPLATE,
            FaultObject.OFFERING,
            FaultObject.HOST,
            FaultObject.STORAGE,
            FaultObject.TOOL,
            FaultObject.DRIVER_PACKAGE,
            FaultObject.FILE_SYSTEM,
            FaultObject.BOOT,
            FaultObject.SETTING,
            FaultObject.CREDENTIALS);

    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "for", "on", "in", "to", "from", "with", "by", "at", "into", "using", "during", "via", "against",
            "under", "within", "through", "after", "before", "without", "between", "per", "than", "and", "which",
            "whose");

    /**
     * The noun that a condition is about: the nearest on the condition's usual side that no preposition makes an aside;
     * where there is none, the nearest on the other side.
     */
    Optional<Match> objectOf(Match condition, Words words) {
        if (condition.meaning().binding() == Meaning.Binding.AFTER) {
            return head(noun -> condition.from() <= noun.from() && noun.to() <= condition.to() && !isAside(noun, words))
                    .or(() -> after(condition, words))
                    .or(() -> before(condition, words));
        }
        return before(condition, words).or(() -> after(condition, words));
    }

    private Optional<Match> before(Match condition, Words words) {
        return nouns(noun -> noun.to() <= condition.from() && !isAside(noun, words))
                .reduce((first, last) -> last);
    }

    private Optional<Match> after(Match condition, Words words) {
        return head(noun -> noun.from() >= condition.to() && !isAside(noun, words));
    }

    /** Of several nouns in a row the last is the head. */
    private Optional<Match> head(Predicate<Match> which) {
        List<Match> nouns = nouns(which).toList();
        if (nouns.isEmpty()) {
            return Optional.empty();
        }
        int head = 0;
        while (head + 1 < nouns.size()
                && nouns.get(head + 1).from() == nouns.get(head).to()) {
            head++;
        }
        return Optional.of(nouns.get(head));
    }

    private Stream<Match> nouns(Predicate<Match> which) {
        return matches.stream().filter(match -> match.meaning().isNoun()).filter(which);
    }

    /** The first noun that no preposition makes an aside, of those that can be what an inner link speaks of.
     * A single word is the name of the program that speaks. */
    Optional<Match> subject(Words words) {
        if (to - from == 1) {
            return Optional.empty();
        }
        return nouns(noun -> isSubject(noun, words) && !isAside(noun, words)).findFirst();
    }

    /** An address is what a connection leads to; a service that is only named may be who speaks. */
    private static boolean isSubject(Match noun, Words words) {
        return SUBJECTS.contains(noun.meaning().object())
                || words.word(noun.from()).equals(WordReader.ADDRESS);
    }

    boolean has(Words words, Set<String> any) {
        return IntStream.range(from, to).mapToObj(words::word).anyMatch(any::contains);
    }

    private boolean isAside(Match noun, Words words) {
        return isAside(noun, words, from, matches);
    }

    /** Whether a preposition in front, not before a word, makes a noun an aside. */
    static boolean isAside(Match noun, Words words, int from, List<Match> matches) {
        for (int at = noun.from() - 1; at >= from && at >= noun.from() - 3; at--) {
            if (words.breakBefore(at + 1) != Words.NONE) {
                return false;
            }
            String word = words.word(at);
            if (PREPOSITIONS.contains(word)) {
                boolean isInfinitive = word.equals("to")
                        && at < noun.from() - 1
                        && !words.word(at + 1).equals("#");
                return !isInfinitive;
            }
            if (!word.equals("#")
                    && matches.stream().anyMatch(match -> match.meaning().isNoun() && match.to() == noun.from())) {
                return false;
            }
        }
        return false;
    }
}
