package io.clearover.acceptance.fuzz;

import java.util.Optional;

/** Every answer tells browsers what they may not do with it. */
final class SecurityHeadersRule implements Rule {

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        if (answer.status() == 0 || Rule.isExcused(sent, answer)) {
            return Optional.empty();
        }
        if (!answer.header("X-Content-Type-Options").equalsIgnoreCase("nosniff")) {
            return Optional.of("no X-Content-Type-Options");
        }
        return answer.has("Content-Security-Policy") ? Optional.empty() : Optional.of("no Content-Security-Policy");
    }
}
