package io.clearover.explain;

import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is known about steps and causes, checked as a whole when it is made. Immutable.
 */
public final class Catalogue {
    /** The kind of a step that is not known or not given. */
    static final String OTHER = "other";

    private final List<Cause> causes;
    private final Map<String, StepKind> kinds;
    private final List<Step> steps;
    private final Texts texts;

    /**
     * The catalogue that comes with the product.
     *
     * @throws CatalogueException if an entry is not usable
     */
    public Catalogue() {
        this(
                Resources.reader("causes.json"),
                Resources.reader("kinds.json"),
                Resources.reader("steps.json"),
                Resources.reader("messages.properties"));
    }

    Catalogue(Reader causes, Reader kinds, Reader steps, Reader messages) {
        this.causes = CatalogueReader.causes(causes);
        List<StepKind> kindList = CatalogueReader.kinds(kinds);
        this.steps = CatalogueReader.steps(steps);
        this.texts = Texts.read(messages);
        new CatalogueCheck(this.causes, kindList, this.steps, this.texts).run();
        this.kinds = kindList.stream().collect(Collectors.toMap(StepKind::id, Function.identity()));
    }

    List<Cause> causes() {
        return causes;
    }

    List<Step> steps() {
        return steps;
    }

    StepKind kind(String id) {
        return kinds.get(id);
    }

    Map<String, StepKind> kinds() {
        return kinds;
    }

    Texts texts() {
        return texts;
    }
}
