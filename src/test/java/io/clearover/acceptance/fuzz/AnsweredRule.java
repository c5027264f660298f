package io.clearover.acceptance.fuzz;

import java.util.Optional;

/** Each request gets a whole answer in time; one that is none, or never ends, may get none. */
final class AnsweredRule implements Rule {

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        boolean fine =
                switch (answer.end()) {
                    case COMPLETE -> true;
                    case CLOSED -> !sent.excuses().isEmpty();
                    // where a body ends couldn't be told, its rest is another request
                    case LONGER -> sent.excuses().contains(Excuse.BROKEN_FRAMING);
                    default -> false;
                };
        return fine ? Optional.empty() : Optional.of("the answer is " + answer.end());
    }
}
