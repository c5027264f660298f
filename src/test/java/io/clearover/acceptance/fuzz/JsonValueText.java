package io.clearover.acceptance.fuzz;

/** A text as JSON writes it, with all that isn't plain ASCII escaped, so that lone surrogates get through. */
final class JsonValueText {

    private JsonValueText() {}

    static String of(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars()
                .forEach(character -> json.append(
                        character < ' ' || character > '~' || character == '"' || character == '\\'
                                ? "\\u%04x".formatted(character)
                                : String.valueOf((char) character)));
        return json.append('"').toString();
    }
}
