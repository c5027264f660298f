package io.clearover.explain.catalogue;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FactNeeds;
import io.clearover.explain.facts.FactNeeds.Need;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.explain.matching.CausePattern;
import io.clearover.explain.matching.MatchRank;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Reader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the catalogue's JSON files. Everything that is wrong with them is a {@link CatalogueException}. */
final class CatalogueReader {
    private static final List<String> CAUSE_FIELDS = List.of(
            "id",
            "category",
            "severity",
            "retryable",
            "quick_actions",
            "quick_actions_by_kind",
            "rank",
            "needs",
            "patterns",
            "examples",
            "counter_examples",
            "comment");

    /** Stands among the facts that a cause needs if the text may as well not tell. */
    private static final String UNKNOWN = "unknown";

    private CatalogueReader() {}

    static List<Cause> causes(Reader file) {
        return array("causes", file).stream()
                .map(value -> builtIn(new CatalogueEntry("cause", value, "id")))
                .toList();
    }

    static List<StepKind> kinds(Reader file) {
        return array("step kinds", file).stream().map(CatalogueReader::kind).toList();
    }

    static List<CatalogueStep> steps(Reader file) {
        return array("steps", file).stream().map(CatalogueReader::step).toList();
    }

    static List<CheckFindings> checks(Reader file) {
        return array("checks", file).stream().map(CatalogueReader::check).toList();
    }

    static List<FactAnswer> factAnswers(Reader file) {
        return array("fact answers", file).stream()
                .map(CatalogueReader::factAnswer)
                .toList();
    }

    static JsonArray array(String what, Reader file) {
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readArray();
        } catch (JsonException | ClassCastException e) {
            throw new CatalogueException(what, "file", "is not a JSON list: " + e.getMessage());
        }
    }

    private static Cause builtIn(CatalogueEntry entry) {
        if (!entry.has("needs")) {
            throw entry.problem("needs", "is missing");
        }
        return cause(
                entry,
                quickActions(entry).orElseThrow(() -> entry.problem("quick_actions", "is missing; may be empty")));
    }

    /** What a cause says of its quick actions; empty if nothing. */
    static Optional<AdvisedActions> quickActions(CatalogueEntry cause) {
        CatalogueEntry byKind = cause.inside("quick_actions_by_kind", cause.object("quick_actions_by_kind"));
        if (!cause.has("quick_actions")) {
            if (cause.has("quick_actions_by_kind")) {
                throw cause.problem("quick_actions", "is missing beside quick_actions_by_kind; may be empty");
            }
            return Optional.empty();
        }
        return Optional.of(new AdvisedActions(
                cause.someOf("quick_actions", QuickAction.class), byKind.someOfEach(QuickAction.class)));
    }

    /**
     * @param actions its quick actions, read before
     * @param moreFields fields that somebody else reads
     */
    static Cause cause(CatalogueEntry entry, AdvisedActions actions, String... moreFields) {
        entry.allowing(
                Stream.concat(CAUSE_FIELDS.stream(), Stream.of(moreFields)).toArray(String[]::new));
        return new Cause(
                slug(entry, "id"),
                entry.oneOf("category", Category.class),
                entry.oneOf("severity", Severity.class),
                entry.flag("retryable"),
                actions,
                entry.optionalOneOf("rank", MatchRank.class).orElse(MatchRank.SPECIFIC),
                needs(entry.inside("needs", entry.object("needs"))),
                entry.list("patterns").stream()
                        .map(pattern -> pattern(entry, pattern))
                        .toList(),
                entry.list("examples").stream()
                        .map(example -> example(entry, "examples", example))
                        .toList(),
                entry.list("counter_examples").stream()
                        .map(example -> example(entry, "counter_examples", example))
                        .toList());
    }

    private static FactAnswer factAnswer(JsonValue value) {
        CatalogueEntry entry = new CatalogueEntry("fact answer", value, "category")
                .allowing("side", "object", "condition", "kinds", "category", "retryable");
        return new FactAnswer(
                facts(entry),
                Set.copyOf(entry.texts("kinds")),
                entry.oneOf("category", Category.class),
                entry.flag("retryable"));
    }

    private static FactNeeds needs(CatalogueEntry entry) {
        return facts(entry.allowing("side", "object", "condition"));
    }

    private static FactNeeds facts(CatalogueEntry entry) {
        return new FactNeeds(
                need(entry, "side", Side.class),
                need(entry, "object", FaultObject.class),
                need(entry, "condition", Condition.class));
    }

    private static <E extends Enum<E>> Need<E> need(CatalogueEntry needs, String field, Class<E> type) {
        return new Need<>(needs.someOf(field, type, UNKNOWN), needs.texts(field).contains(UNKNOWN));
    }

    /** A pattern is a text, or an object with the kinds of step that it is limited to. */
    private static CausePattern pattern(CatalogueEntry cause, JsonValue value) {
        try {
            if (value instanceof JsonString text) {
                return new CausePattern(text.getString(), Set.of());
            }
            CatalogueEntry limited = new CatalogueEntry("pattern", value, "pattern").allowing("pattern", "kinds");
            return new CausePattern(limited.text("pattern"), Set.copyOf(limited.texts("kinds")));
        } catch (IllegalArgumentException e) {
            throw cause.problem("patterns", e.getMessage());
        }
    }

    private static ErrorExample example(CatalogueEntry cause, String field, JsonValue value) {
        if (value instanceof JsonString text) {
            return new ErrorExample(null, text.getString());
        }
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw cause.problem(field, "must hold texts, or objects with step and error, not " + value);
        }
        CatalogueEntry example = new CatalogueEntry("example", value, "error").allowing("step", "error");
        return new ErrorExample(example.text("step"), example.text("error"));
    }

    private static StepKind kind(JsonValue value) {
        CatalogueEntry entry = new CatalogueEntry("step kind", value, "id")
                .allowing("id", "category", "quick_actions", "helped_by", "usual_operation");
        if (!entry.has("quick_actions")) {
            throw entry.problem("quick_actions", "is missing; may be empty");
        }
        return new StepKind(
                slug(entry, "id"),
                entry.oneOf("category", Category.class),
                entry.someOf("quick_actions", QuickAction.class),
                entry.someOf("helped_by", QuickAction.class),
                entry.optionalOneOf("usual_operation", OperationType.class));
    }

    private static CatalogueStep step(JsonValue value) {
        CatalogueEntry entry = new CatalogueEntry("step", value, "slug")
                .allowing("slug", "names", "category", "kind", "typical_seconds");
        return new CatalogueStep(
                slug(entry, "slug"),
                entry.texts("names"),
                entry.oneOf("category", StepCategory.class),
                entry.text("kind"),
                typicalDuration(entry));
    }

    /** Its findings are a list for each result. */
    private static CheckFindings check(JsonValue value) {
        CatalogueEntry entry = new CatalogueEntry("check", value, "id")
                .allowing("id", "category", "pass", "warn", "fail", "quick_actions");
        Map<String, CheckResult> findings = new HashMap<>();
        for (CheckResult result : CheckResult.values()) {
            entry.texts(result.jsonName()).forEach(finding -> {
                if (findings.put(finding, result) != null) {
                    throw entry.problem(result.jsonName(), "\"%s\" is there twice".formatted(finding));
                }
            });
        }
        return new CheckFindings(
                slug(entry, "id"),
                entry.oneOf("category", Category.class),
                findings,
                entry.inside("quick_actions", entry.object("quick_actions")).someOfEach(QuickAction.class));
    }

    private static Optional<TypicalDuration> typicalDuration(CatalogueEntry step) {
        List<Integer> seconds = step.wholeNumbers("typical_seconds");
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        if (seconds.size() != 2 || seconds.get(0) < 1 || seconds.get(0) > seconds.get(1)) {
            throw step.problem(
                    "typical_seconds", "must be the least and the most seconds it usually takes, not " + seconds);
        }
        return Optional.of(new TypicalDuration(Duration.ofSeconds(seconds.get(0)), Duration.ofSeconds(seconds.get(1))));
    }

    static String slug(CatalogueEntry entry, String field) {
        String slug = entry.text(field);
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw entry.problem(field, "\"%s\" is not a slug: lower case letters, digits, hyphens".formatted(slug));
        }
        return slug;
    }
}
