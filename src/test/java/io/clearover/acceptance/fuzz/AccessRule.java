package io.clearover.acceptance.fuzz;

import java.util.Optional;

/** Who isn't signed in gets nothing of the API, however it is asked for. */
final class AccessRule implements Rule {

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        if (sent.role().isSignedIn() || !sent.target().operation() || answer.status() < 200 || answer.status() >= 300) {
            return Optional.empty();
        }
        return sent.asDescribed() || isOfTheApi(answer) ? Optional.of("an answer for nobody") : Optional.empty();
    }

    /** An odd address can lead to the page, the health or the description. */
    private static boolean isOfTheApi(Answer answer) {
        String text = answer.text();
        return answer.isStream() || (answer.isJson() && !text.contains("\"checks\"") && !text.contains("\"openapi\""));
    }
}
