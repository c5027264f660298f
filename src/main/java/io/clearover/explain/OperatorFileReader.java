package io.clearover.explain;

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
        List<OwnCause> own = read();
        List<String> ids = own.stream().map(entry -> entry.cause().id()).toList();
        if (problems.isEmpty()) {
            try {
                Catalogue whole = builtIn.with(own, OperatorFile.used(path, ids));
                own.forEach(entry -> checkExamples(entry.cause(), whole));
                if (problems.isEmpty()) {
                    return whole;
                }
            } catch (CatalogueException e) {
                problems.add(e.getMessage());
            }
        }
        return builtIn.with(List.of(), OperatorFile.refused(path, problems));
    }

    private List<OwnCause> read() {
        List<OwnCause> causes = new ArrayList<>();
        try {
            Set<String> ids = new HashSet<>();
            for (JsonValue value : CatalogueReader.array("causes", new StringReader(Files.readString(Path.of(path))))) {
                read(value, causes, ids);
            }
        } catch (IOException | InvalidPathException e) {
            problems.add("file: cannot be read: " + e);
        } catch (CatalogueException e) {
            problems.add(e.getMessage());
        }
        return causes;
    }

    private void read(JsonValue value, List<OwnCause> causes, Set<String> ids) {
        try {
            Entry entry = new Entry("cause", value, "id");
            Cause cause = CatalogueReader.cause(entry, "texts");
            if (!ids.add(cause.id())) {
                throw entry.problem("id", "is there twice");
            }
            causes.add(new OwnCause(cause, texts(entry, cause)));
        } catch (CatalogueException e) {
            problems.add(e.getMessage());
        }
    }

    private static Map<String, Map<String, String>> texts(Entry entry, Cause cause) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        entry.object("texts").forEach((language, value) -> {
            if (!Catalogue.LANGUAGES.contains(language)) {
                throw entry.problem(
                        "texts",
                        "unknown language \"%s\"; use one of %s"
                                .formatted(language, String.join(", ", Catalogue.LANGUAGES)));
            }
            texts.put(language, OwnTexts.read(entry, "texts." + language, value, "cause." + cause.id()));
        });
        return texts;
    }

    /** What the operator wants to be recognised has to be: another rule may be in the way. */
    private void checkExamples(Cause cause, Catalogue whole) {
        Explainer explainer = new Explainer(whole, new StepCatalogue(whole));
        for (int number = 0; number < cause.examples().size(); number++) {
            Example example = cause.examples().get(number);
            String found =
                    explainer.explain(example.step(), null, example.error()).cause();
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
