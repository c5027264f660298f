package io.clearover.acceptance.fuzz;

import java.util.Optional;

/** Something that holds for every answer. Thread-safe. */
@FunctionalInterface
interface Rule {

    /** What doesn't hold, in a few words that are the same for each answer with the same fault; empty if it holds. */
    Optional<String> broken(Sent sent, Answer answer);

    /** Whether the request was refused before any application was reached, as it may be, and with no words. */
    static boolean isExcused(Sent sent, Answer answer) {
        return !sent.excuses().isEmpty() && answer.isError() && answer.body().length == 0;
    }
}
