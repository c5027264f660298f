package io.clearover.guard;

import com.google.re2j.Pattern;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replaces the texts of one answer that leak. A text may name this API's own addresses, and repeat what the same answer
 * tells as data in its own field, such as "Test Failover of web01 started". Used once, by one thread.
 */
final class LeakReplacer {

    private static final Pattern OWN_ADDRESS = Pattern.compile(
            "/openapi/ui\\b|/api/v1/(?:vm-contexts|failover|replications|network-mappings|networks|explanations|me)\\b(?:/[\\w{}.-]+)*");

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private final LeakGuard guard;
    private final ReplacementTexts replacements;
    private final Set<String> data = new TreeSet<>(LONGEST_FIRST);
    private final Set<String> fields = new TreeSet<>();
    private final JsonValue answer;

    LeakReplacer(LeakGuard guard, ReplacementTexts replacements, JsonValue said) {
        this.guard = guard;
        this.replacements = replacements;
        collectData(said, Place.ROOT);
        this.answer = replace(said, Place.ROOT);
    }

    JsonValue answer() {
        return answer;
    }

    /** The fields that were replaced, each once. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    private void collectData(JsonValue value, Place place) {
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> collectData(inner, place.inside(name)));
        } else if (value instanceof JsonArray array) {
            array.forEach(inner -> collectData(inner, place));
        } else if (value instanceof JsonString text
                && place.holdsData()
                && !text.getString().isBlank()) {
            data.add(text.getString());
        }
    }

    /**
     * @param path the fields from the answer down to this one
     * @param in the field that this one is in; empty if the answer's own
     */
    private record Place(String path, String field, String in, int depth) {

        static final Place ROOT = new Place("", "", "", 0);

        Place inside(String name) {
            return new Place(path.isEmpty() ? name : path + "." + name, name, field, depth + 1);
        }

        boolean holdsData() {
            return AnswerFields.holdsData(field, in, depth);
        }
    }

    private JsonValue replace(JsonValue value, Place place) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder replaced = Json.createObjectBuilder();
            for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                replaced.add(entry.getKey(), replace(entry.getValue(), place.inside(entry.getKey())));
            }
            return replaced.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder replaced = Json.createArrayBuilder();
            array.forEach(inner -> replaced.add(replace(inner, place)));
            return replaced.build();
        }
        return value instanceof JsonString text ? replace(text, place) : value;
    }

    private JsonString replace(JsonString text, Place place) {
        if (place.holdsData() || !guard.leaks(text.getString())) {
            return text;
        }
        String own = withoutOwn(text.getString());
        if (!guard.leaks(own)) {
            return text;
        }
        fields.add(place.path());
        return Json.createValue(guard.guard(own, () -> replacements.instead(place.field())));
    }

    private String withoutOwn(String text) {
        String rest = OWN_ADDRESS.matcher(text).replaceAll(" ");
        for (String word : data) {
            if (rest.contains(word)) {
                rest = wholeWord(word).matcher(rest).replaceAll("$1x$2");
            }
        }
        return rest;
    }

    private static Pattern wholeWord(String word) {
        return Pattern.compile("(^|[^\\pL\\pN])" + Pattern.quote(word) + "($|[^\\pL\\pN])");
    }
}
