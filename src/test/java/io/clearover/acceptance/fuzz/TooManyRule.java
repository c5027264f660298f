package io.clearover.acceptance.fuzz;

import java.util.Optional;

/** Who asks too often is told when to come again. */
final class TooManyRule implements Rule {

    static final int TOO_MANY = 429;

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        return answer.status() == TOO_MANY && !answer.has("Retry-After")
                ? Optional.of("no Retry-After")
                : Optional.empty();
    }
}
