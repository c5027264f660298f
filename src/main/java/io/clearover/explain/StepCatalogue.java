package io.clearover.explain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The steps of all operations under every name that they have or had, in words for everybody. Thread-safe. */
@ApplicationScoped
public class StepCatalogue {
    private static final String UNKNOWN = "additional-step";

    private final Map<String, StepInfo> byName = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final StepInfo unknown;

    StepCatalogue() {
        this.unknown = null;
    }

    @Inject
    public StepCatalogue(Catalogue catalogue) {
        for (Step step : catalogue.steps()) {
            for (String name : step.names()) {
                byName.put(key(name), info(catalogue.texts(), step, name));
                kinds.put(key(name), step.kind());
            }
        }
        this.unknown = byName.get(UNKNOWN);
    }

    private static StepInfo info(Texts texts, Step step, String name) {
        String key = "step." + step.slug();
        return new StepInfo(
                name, texts.get(key + ".name"), step.slug(), step.category(), texts.get(key + ".description"));
    }

    /**
     * The step of that name, in whatever case. Never null: a name that is not known, or null, becomes a neutral step of
     * which nothing shows the name.
     */
    public StepInfo of(String name) {
        return name == null ? unknown : byName.getOrDefault(key(name), unknown);
    }

    /** The id of the step's {@link StepKind}. */
    String kindOf(String name) {
        return name == null ? Catalogue.OTHER : kinds.getOrDefault(key(name), Catalogue.OTHER);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
