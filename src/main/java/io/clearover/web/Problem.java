package io.clearover.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document (RFC 9457), the form of every error answer. It says the same in the words of the appliance's own API too,
 * whose programs look there: that it is no success, and why.
 *
 * @param type stable address of this kind of problem, relative to the server
 * @param title the kind in a few words, the same for all problems of a type
 * @param status HTTP status
 * @param detail this problem, and what the caller can do, in one or two sentences
 * @param instance path of the request; null until the response is made
 * @param errors the fields at fault; absent unless the request can be mended there
 * @param choices what an ambiguous name can mean; absent otherwise
 * @param success always false
 * @param message the detail; of several fields at fault, what is wrong with each
 * @param error the same as the message
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonbNillable(false) List<FieldError> errors,
        @JsonbNillable(false) List<Choice> choices,
        boolean success,
        String message,
        String error) {

    /** The database can't be asked now. */
    static final Problem DATABASE_AWAY = of(
            "database-away",
            "Not available now",
            503,
            "The database does not answer. Operations that run wait for it, and go on by themselves. Try again in a moment.");

    /** The media type of problem documents. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private Problem(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<FieldError> errors,
            List<Choice> choices,
            String message) {
        this(type, title, status, detail, instance, errors, choices, false, message, message);
    }

    /** A field of the request, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    /** One VM that an ambiguous name can mean. */
    public record Choice(String contextId, String vmName, @Schema(hidden = true) String vcenterHost) {}

    /** A problem of a kind named by a slug. */
    public static Problem of(String slug, String title, int status, String detail) {
        return new Problem("/problems/" + slug, title, status, detail, null, null, null, detail);
    }

    /** Whether it is of the same kind. */
    boolean hasTypeOf(Problem other) {
        return type.equals(other.type);
    }

    /** The same problem, of this request. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, errors, choices, message);
    }

    /** The same problem with the fields at fault. */
    public Problem withErrors(List<FieldError> faults) {
        String each = faults.stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; "));
        String said = faults.size() > 1 ? each + "." : detail;
        return new Problem(type, title, status, detail, instance, List.copyOf(faults), choices, said);
    }

    /** The same problem with what the name can mean. */
    public Problem withChoices(List<Choice> vms) {
        return new Problem(type, title, status, detail, instance, errors, List.copyOf(vms), message);
    }
}
