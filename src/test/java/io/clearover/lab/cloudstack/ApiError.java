package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import java.util.List;
import java.util.Locale;

/** A refusal as CloudStack words it. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int INVALID_PARAMETER = 4350;
    private static final int RESOURCE_ALLOCATION = 4370;
    private static final int UNSPECIFIED = 9999;

    private final int code;
    private final Integer exceptionCode;

    private ApiError(int code, Integer exceptionCode, String text) {
        super(text);
        this.code = code;
        this.exceptionCode = exceptionCode;
    }

    static ApiError badSignature() {
        return new ApiError(401, null, "unable to verify user credentials and/or request signature");
    }

    /** A value or a state that does not allow the command. */
    static ApiError invalid(String text) {
        return new ApiError(431, INVALID_PARAMETER, text);
    }

    /** The real platform answers 431 here, whatever its table of codes says of 430. */
    static ApiError missing(String command, String parameter) {
        return new ApiError(
                431,
                UNSPECIFIED,
                "Unable to execute API command %s due to missing parameter %s".formatted(lower(command), parameter));
    }

    static ApiError malformed(String command, String parameter, String value) {
        return new ApiError(
                430,
                UNSPECIFIED,
                "Unable to execute API command %s due to invalid value %s for parameter %s"
                        .formatted(lower(command), value, parameter));
    }

    static ApiError unknownEntity(String command, String parameter, String value) {
        return new ApiError(
                431,
                UNSPECIFIED,
                ("Unable to execute API command %s due to invalid value. Invalid parameter %s value=%s due to incorrect "
                                + "long value format, or entity does not exist or due to incorrect parameter annotation "
                                + "for the field in api cmd class.")
                        .formatted(lower(command), parameter, value));
    }

    static ApiError unknownCommand(String command) {
        return new ApiError(
                432,
                UNSPECIFIED,
                ("The given command '%s' either does not exist, is not available for user, or not available from ip "
                                + "address '127.0.0.1'.")
                        .formatted(command));
    }

    /** The platform tried and could not. */
    static ApiError failed(String text) {
        return new ApiError(530, UNSPECIFIED, text);
    }

    /** More than the account may have. */
    static ApiError overLimit(String text) {
        return new ApiError(535, RESOURCE_ALLOCATION, text);
    }

    static ApiError noCapacity(String text) {
        return new ApiError(533, UNSPECIFIED, text);
    }

    int code() {
        return code;
    }

    /** The body under the answer's name. */
    Document body() {
        return Document.of("uuidList", List.of())
                .with("errorcode", code)
                .with("cserrorcode", exceptionCode)
                .with("errortext", getMessage());
    }

    private static String lower(String command) {
        return command.toLowerCase(Locale.ROOT);
    }
}
