package io.clearover.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Looks at all texts of a JSON answer to a non-admin. As they come from the catalogue this never finds anything, so it only
 * skims the answer; should it find something, the generic answer takes the text's place. Thread-safe.
 */
@ApplicationScoped
public class AnswerGuard {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final LeakGuard guard;
    private final ReplacementTexts replacements;

    AnswerGuard() {
        this(null, null);
    }

    @Inject
    public AnswerGuard(LeakGuard guard, ReplacementTexts replacements) {
        this.guard = guard;
        this.replacements = replacements;
    }

    /**
     * An answer that may leave.
     *
     * @param replaced the fields whose texts were replaced, such as {@code last_operation.error_message}; empty if none
     */
    public record Guarded(byte[] json, List<String> replaced) {}

    /**
     * @param json a document in UTF-8
     * @throws jakarta.json.JsonException if it is none
     */
    public Guarded guard(byte[] json) {
        return isSuspicious(json) ? replaced(json) : new Guarded(json, List.of());
    }

    /** Whether a closer look is needed: nearly never. */
    private boolean isSuspicious(byte[] json) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(json))) {
            Deque<String> fields = new ArrayDeque<>();
            String field = "";
            int depth = 0;
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case KEY_NAME -> field = parser.getString();
                    case START_OBJECT -> {
                        fields.push(field);
                        depth++;
                    }
                    case START_ARRAY -> fields.push(field);
                    case END_OBJECT -> {
                        field = fields.pop();
                        depth--;
                    }
                    case END_ARRAY -> field = fields.pop();
                    case VALUE_STRING -> {
                        String in = fields.isEmpty() ? "" : fields.peek();
                        if (!AnswerFields.holdsData(field, in, depth) && guard.leaks(parser.getString())) {
                            return true;
                        }
                    }
                    default -> {}
                }
            }
            return false;
        }
    }

    private Guarded replaced(byte[] json) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            LeakReplacer replacer = new LeakReplacer(guard, replacements, reader.readValue());
            if (replacer.fields().isEmpty()) {
                return new Guarded(json, List.of());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
            try (JsonWriter writer = Json.createWriter(out)) {
                writer.write(replacer.answer());
            }
            return new Guarded(out.toByteArray(), replacer.fields());
        }
    }
}
