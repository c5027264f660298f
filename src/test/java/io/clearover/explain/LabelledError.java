package io.clearover.explain;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;

/**
 * A raw error with the judgement of somebody who knows its true cause.
 *
 * @param side one of the values that are right; {@link #UNKNOWN} if the text does not tell
 * @param object likewise
 * @param condition likewise
 * @param retryHelps yes, no or maybe
 */
record LabelledError(
        String id,
        String step,
        String error,
        Label category,
        Label side,
        Label object,
        Label condition,
        String retryHelps,
        List<String> leaks) {

    /** The label of what a text does not tell. */
    static final String UNKNOWN = "unknown";

    /**
     * What is right.
     *
     * @param best the value that is best
     * @param others that are right too
     */
    record Label(String best, List<String> others) {

        boolean isKnown() {
            return !best.equals(UNKNOWN);
        }

        boolean allows(String value) {
            return best.equals(value) || others.contains(value);
        }

        @Override
        public String toString() {
            return Stream.concat(Stream.of(best), others.stream()).toList().toString();
        }
    }

    static LabelledError of(JsonObject json) {
        return new LabelledError(
                json.getString("id"),
                json.getString("step"),
                json.getString("error"),
                new Label(json.getString("category"), texts(json.getJsonArray("also_ok"))),
                label(json, "side"),
                label(json, "object"),
                label(json, "condition"),
                json.getString("retry_helps"),
                texts(json.getJsonArray("leaks")));
    }

    private static Label label(JsonObject json, String field) {
        return new Label(json.getString(field), texts(json.getJsonArray(field + "_ok")));
    }

    private static List<String> texts(JsonArray array) {
        return array == null ? List.of() : array.getValuesAs(JsonString::getString);
    }

    /** Whether nothing specific may be said of it. */
    boolean tellsNothing() {
        return !object.isKnown() && !condition.isKnown();
    }

    /** Which half of a corpus it belongs to: words may be written for the first, the second only measures them. */
    boolean isInFirstHalf() {
        return Math.floorMod(id.hashCode() * 0x9E3779B1, 1 << 16) < 1 << 15;
    }
}
