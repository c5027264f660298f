package io.clearover.explain.catalogue;

import io.clearover.explain.matching.CauseRule;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the operator's own catalogue file: causes in the form of the built-in ones, with their texts in them. A cause
 * with the id of a built-in one takes its place; if it has no texts, the built-in ones stay.
 */
final class OperatorFileReader {
    private final String path;
    private final List<String> problems = new ArrayList<>();

    OperatorFileReader(String path) {
        this.path = path;
    }

    /** The catalogue with the file's causes; without them, but with the problems, if anything is wrong with the file. */
    Catalogue addTo(Catalogue builtIn) {
        List<OperatorCause> own = read(builtIn);
        List<String> ids = own.stream().map(entry -> entry.cause().id()).toList();
        if (problems.isEmpty()) {
            try {
                Catalogue whole = builtIn.with(own, OperatorFile.used(path, ids));
                ErrorRecognizer recognizer = new ErrorRecognizer(whole);
                StepCatalogue steps = new StepCatalogue(whole);
                own.forEach(entry -> checkExamples(entry.cause(), recognizer, steps));
                if (problems.isEmpty()) {
                    return whole;
                }
            } catch (CatalogueException e) {
                problems.add(e.getMessage());
            }
        }
        return builtIn.with(List.of(), OperatorFile.refused(path, problems));
    }

    private List<OperatorCause> read(Catalogue builtIn) {
        List<OperatorCause> causes = new ArrayList<>();
        try {
            Set<String> ids = new HashSet<>();
            for (JsonValue value : CatalogueReader.array("causes", new StringReader(Files.readString(Path.of(path))))) {
                read(value, builtIn, causes, ids);
            }
        } catch (IOException | InvalidPathException e) {
            problems.add("file: cannot be read: " + e);
        } catch (CatalogueException e) {
            problems.add(e.getMessage());
        }
        return causes;
    }

    private void read(JsonValue value, Catalogue builtIn, List<OperatorCause> causes, Set<String> ids) {
        try {
            CatalogueEntry entry = new CatalogueEntry("cause", value, "id");
            String id = CatalogueReader.slug(entry, "id");
            Map<String, Map<String, String>> texts = texts(entry, id);
            Cause cause = CatalogueReader.cause(entry, actions(entry, id, texts, builtIn), "texts");
            if (!ids.add(cause.id())) {
                throw entry.problem("id", "is there twice");
            }
            causes.add(new OperatorCause(cause, texts));
        } catch (CatalogueException e) {
            problems.add(e.getMessage());
        }
    }

    private static Map<String, Map<String, String>> texts(CatalogueEntry entry, String id) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        entry.object("texts").forEach((language, value) -> {
            if (!Catalogue.LANGUAGES.contains(language)) {
                throw entry.problem(
                        "texts",
                        "unknown language \"%s\"; use one of %s"
                                .formatted(language, String.join(", ", Catalogue.LANGUAGES)));
            }
            texts.put(language, OperatorTexts.read(entry, "texts." + language, value, "cause." + id));
        });
        return texts;
    }

    /** As the file says; else those of the built-in cause whose texts stay, or those that go with the file's own texts. */
    private static AdvisedActions actions(
            CatalogueEntry entry, String id, Map<String, Map<String, String>> texts, Catalogue builtIn) {
        return CatalogueReader.quickActions(entry)
                .orElseGet(() -> texts.isEmpty()
                        ? builtIn.find(id).map(Cause::quickActions).orElse(AdvisedActions.NONE)
                        : OperatorActions.of(id, texts.getOrDefault(MessageBundles.ENGLISH, Map.of())));
    }

    /** What the operator wants to be recognised has to be: another rule may be in the way. */
    private void checkExamples(Cause cause, ErrorRecognizer recognizer, StepCatalogue steps) {
        for (int number = 0; number < cause.examples().size(); number++) {
            ErrorExample example = cause.examples().get(number);
            String found = recognizer
                    .recognize(example.error(), steps.kindOf(example.step()))
                    .rule()
                    .map(CauseRule::cause)
                    .orElse(Cause.UNRECOGNIZED);
            if (!found.equals(cause.id())) {
                problems.add(new CatalogueException(
                                "cause " + cause.id(),
                                "examples[%d]".formatted(number),
                                "is explained by the cause %s instead".formatted(found))
                        .getMessage());
            }
        }
    }
}
