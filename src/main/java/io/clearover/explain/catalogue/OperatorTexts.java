package io.clearover.explain.catalogue;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the texts of a cause in the operator's own file into the keys of the message bundles. */
final class OperatorTexts {
    private final CatalogueEntry cause;
    private final PlainLanguage language = new PlainLanguage();
    private final Map<String, String> texts = new TreeMap<>();

    private OperatorTexts(CatalogueEntry cause) {
        this.cause = cause;
    }

    /**
     * By key.
     *
     * @param field the field of the cause in which they stand
     * @param prefix with which the keys begin
     */
    static Map<String, String> read(CatalogueEntry cause, String field, JsonValue value, String prefix) {
        OperatorTexts reader = new OperatorTexts(cause);
        CatalogueEntry entry = cause.inside(field, value).allowing("summary", "reason", "actions", "steps");
        reader.text(entry, "summary", prefix + ".summary");
        reader.text(entry, "reason", prefix + ".reason");
        reader.actions(entry, prefix);
        entry.object("steps").forEach((kind, step) -> reader.step(field + ".steps." + kind, step, prefix + "." + kind));
        return reader.texts;
    }

    private void step(String field, JsonValue value, String prefix) {
        CatalogueEntry step = cause.inside(field, value).allowing("message", "reason", "actions");
        text(step, "message", prefix + ".message");
        text(step, "reason", prefix + ".reason");
        actions(step, prefix);
    }

    private void text(CatalogueEntry entry, String field, String key) {
        Optional<String> text = entry.optionalText(field);
        text.ifPresent(found -> put(entry, field, key, found));
    }

    private void actions(CatalogueEntry entry, String prefix) {
        List<String> actions = entry.texts("actions");
        for (int number = 1; number <= actions.size(); number++) {
            put(entry, "actions", prefix + ".action." + number, actions.get(number - 1));
        }
    }

    private void put(CatalogueEntry entry, String field, String key, String text) {
        language.problemWith(text).ifPresent(problem -> {
            throw entry.problem(field, problem);
        });
        texts.put(key, text.strip());
    }
}
