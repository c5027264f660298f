package io.clearover.acceptance.fuzz;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked: an operation as the server describes it, or an address beside the API.
 *
 * @param path from the server's root, with parameters in braces
 * @param parameters in path, query and headers
 * @param examples bodies that the description shows; empty if it takes none
 * @param mediaType of the body; null if it takes none
 * @param accepts what it answers with
 * @param operation whether it is of the API, so that nobody may use it without signing in
 */
record Target(
        String method,
        String path,
        List<Parameter> parameters,
        List<JsonValue> examples,
        String mediaType,
        String accepts,
        boolean operation) {

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^}/]+)}");

    /** @param example as the description shows it; its name if it shows none */
    record Parameter(String in, String name, String example) {}

    /** An address that the description doesn't know. */
    static Target address(String path) {
        return new Target("GET", path, List.of(), List.of(), null, "*/*", false);
    }

    /** What the description shows as a value of a parameter. */
    String example(String parameter) {
        return parameters.stream()
                .filter(described -> described.name().equals(parameter))
                .map(Parameter::example)
                .findFirst()
                .orElse(parameter);
    }

    /** The names of those in the path, the headers, or the query. */
    List<String> parameters(String in) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(in))
                .map(Parameter::name)
                .toList();
    }

    /** @param value of each parameter, by its name */
    String path(UnaryOperator<String> value) {
        return operation
                ? IN_BRACES.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))))
                : path;
    }

    @Override
    public String toString() {
        return method + " " + (path.length() > 60 ? path.substring(0, 60) + "…" : path);
    }
}
