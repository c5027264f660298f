package io.clearover.explain.facts;

import io.clearover.explain.facts.Meaning.Role;
import io.clearover.explain.facts.PhraseTrie.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts the words of a text into the links of its chain of causes, and leaves out phrases that a longer one makes something else. */
final class LinkReader {
    /** Words that a link has at most, so that it is read in a time that does not depend on the text. */
    private static final int LONGEST = 120;

    private final Words words;
    private List<Match> matches;
    private final boolean[] begins;
    private final boolean[] aside;
    private final boolean[] advice;
    private final int firstCondition;

    LinkReader(Words words, List<Match> matches) {
        this.words = words;
        this.matches = matches;
        this.begins = new boolean[words.size() + 1];
        this.aside = new boolean[words.size() + 1];
        this.advice = new boolean[words.size() + 1];
        this.firstCondition = matches.stream()
                .filter(match -> match.meaning().isCondition())
                .mapToInt(Match::from)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** Outermost or first one first. */
    List<Link> links() {
        for (int at = 0; at < words.size(); at++) {
            begins[at] = words.beginsLink(at);
        }
        matches.forEach(this::mark);
        List<Match> kept = kept();
        List<Link> links = new ArrayList<>();
        int next = 0;
        for (int from = 0; from < words.size(); ) {
            int to = from + 1;
            while (to < words.size() && !begins[to] && to - from < LONGEST) {
                to++;
            }
            List<Match> inside = new ArrayList<>();
            while (next < kept.size() && kept.get(next).from() < to) {
                if (kept.get(next).to() <= to) {
                    inside.add(kept.get(next));
                }
                next++;
            }
            links.add(new Link(links.size(), from, to, List.copyOf(inside), aside[from]));
            from = to;
        }
        return links;
    }

    private void mark(Match match) {
        Role role = match.meaning().role();
        if (role == Role.LINK) {
            begins[match.to()] = true;
        } else if (role == Role.AFTERWARDS && firstCondition < match.from()) {
            begins[match.from()] = true;
            set(match.from(), words.size());
        } else if (role == Role.ADVICE && isAdvice(match)) {
            begins[match.from()] = true;
            advise(match.from());
        } else if (role == Role.NOISE && beginsMessage(match.from())) {
            set(match.from(), endOfLine(match.from()));
        }
    }

    /** At the beginning of a clause. A message that says nothing else tells by its advice what is wrong. */
    private boolean isAdvice(Match match) {
        byte before = words.breakBefore(match.from());
        boolean isMessage = before >= Words.LINK && firstCondition >= match.from();
        return before != Words.NONE && !isMessage;
    }

    /** Up to the end of the sentence. */
    private void advise(int from) {
        int at = from;
        do {
            advice[at++] = true;
        } while (at < words.size() && !words.beginsLink(at) && !advice[at]);
    }

    /** At the beginning of a line, or after times and the name of the program that speaks. */
    private boolean beginsMessage(int at) {
        int names = 0;
        for (int index = at; index >= 0 && names <= 1; index--) {
            if (words.beginsLine(index)) {
                return true;
            }
            String before = words.word(index - 1);
            boolean isNumber = before.equals("#") || Character.isDigit(before.charAt(0));
            names += isNumber ? 0 : 1;
        }
        return false;
    }

    private int endOfLine(int from) {
        int to = from + 1;
        while (to < words.size() && !words.beginsLine(to)) {
            to++;
        }
        return to;
    }

    private void set(int from, int to) {
        for (int at = from; at < to && !(aside[at] && to == words.size()); at++) {
            aside[at] = true;
        }
    }

    /** A longer phrase that says what it is about takes what is inside it; a condition takes the conditions inside it. */
    private List<Match> kept() {
        matches = matches.stream()
                .filter(match -> !advice[match.from()] && isInOneLink(match))
                .toList();
        List<Match> kept = new ArrayList<>();
        matches = IntStream.range(0, matches.size())
                .filter(this::isAboutItsObject)
                .mapToObj(matches::get)
                .toList();
        for (int index = 0; index < matches.size(); index++) {
            if (!isTaken(index)) {
                kept.add(matches.get(index));
            }
        }
        return kept;
    }

    /** Whether no other noun stands in the gap of a phrase between its object and its condition. */
    private boolean isAboutItsObject(int index) {
        Match phrase = matches.get(index);
        Meaning meaning = phrase.meaning();
        if (phrase.gapTo() == phrase.gapFrom() || !meaning.isCondition() || meaning.object() == null) {
            return true;
        }
        int end = index;
        while (end < matches.size() && matches.get(end).from() < phrase.gapTo()) {
            end++;
        }
        List<Match> near = matches.subList(index, end);
        return near.stream()
                .filter(noun -> noun.meaning().isNoun() && noun.meaning().object() != meaning.object())
                .filter(noun -> noun.from() >= phrase.gapFrom() && noun.to() <= phrase.gapTo())
                .allMatch(noun -> Link.isAside(noun, words, phrase.from(), near));
    }

    private boolean isInOneLink(Match match) {
        for (int at = match.from() + 1; at < match.to(); at++) {
            if (begins[at]) {
                return false;
            }
        }
        return true;
    }

    /** Looks only at those that begin near: no phrase is long. */
    private boolean isTaken(int index) {
        Match match = matches.get(index);
        for (int other = index - 1;
                other >= 0 && match.from() - matches.get(other).from() <= 24;
                other--) {
            if (takes(matches.get(other), match)) {
                return true;
            }
        }
        for (int other = index + 1; other < matches.size() && matches.get(other).from() == match.from(); other++) {
            if (takes(matches.get(other), match)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takes(Match longer, Match match) {
        if (!longer.covers(match) || match.meaning().role() != Role.FACT) {
            return false;
        }
        Meaning by = longer.meaning();
        boolean tellsAsMuch = by.object() != null || match.meaning().object() == null;
        boolean sameKind = by.isCondition() == match.meaning().isCondition();
        return by.role() == Role.NOTHING || (by.role() == Role.FACT && tellsAsMuch && (sameKind || by.isCondition()));
    }
}
