package io.clearover.platform.cloudstack;

import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.Answer;
import io.clearover.platform.http.JsonFields;
import io.clearover.platform.http.Secrets;
import jakarta.json.JsonObject;
import java.util.Locale;

/** Unwraps an answer: the inner object of a good one, an exception for all others. */
final class CloudStackAnswer {

    private CloudStackAnswer() {}

    /**
     * @throws CloudStackError when it is an error
     * @throws UnansweredException when it is not CloudStack's, but a proxy's or rubbish
     */
    static JsonFields read(String command, Answer answer, Secrets secrets) {
        JsonObject json = answer.json().orElseThrow(() -> notJson(command, answer, secrets));
        JsonFields inner = inner(command, json);
        if (inner.has("errorcode")) {
            throw new CloudStackError(
                    (int) inner.whole("errorcode", answer.status()),
                    inner.whole("cserrorcode", 0),
                    secrets.mask(inner.text("errortext")));
        }
        if (!answer.good() || inner.object().isEmpty() && !json.containsKey(key(command))) {
            throw unexpected(command, answer, secrets);
        }
        return inner;
    }

    /** Under the command's name, except that some commands spell their errors' key differently or "errorresponse". */
    private static JsonFields inner(String command, JsonObject json) {
        JsonFields fields = new JsonFields(json);
        if (json.size() == 1) {
            return fields.object(json.keySet().iterator().next());
        }
        return fields.object(key(command));
    }

    private static String key(String command) {
        return command.toLowerCase(Locale.ROOT) + "response";
    }

    private static UnansweredException notJson(String command, Answer answer, Secrets secrets) {
        return new UnansweredException("CloudStack API did not answer %s with JSON (status %d; a proxy's answer?): %s"
                .formatted(command, answer.status(), secrets.mask(answer.excerpt())));
    }

    private static UnansweredException unexpected(String command, Answer answer, Secrets secrets) {
        return new UnansweredException("CloudStack API returned status %d for %s: %s"
                .formatted(answer.status(), command, secrets.mask(answer.excerpt())));
    }
}
