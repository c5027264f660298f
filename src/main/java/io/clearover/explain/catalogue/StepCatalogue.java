package io.clearover.explain.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps of all operations under every name that they have or had, in words for everybody. Thread-safe. */
@ApplicationScoped
public class StepCatalogue {
    /** The slug and the name of the step that stands for all that are not known. */
    public static final String UNKNOWN = "additional-step";

    private final Catalogue catalogue;
    private final Map<String, CatalogueStep> byName = new HashMap<>();
    private final Map<String, StepInfo> inEnglish = new HashMap<>();

    StepCatalogue() {
        this.catalogue = null;
    }

    @Inject
    public StepCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (CatalogueStep step : catalogue.steps()) {
            for (String name : step.names()) {
                byName.put(key(name), step);
                inEnglish.put(key(name), info(catalogue.texts(), step, name));
            }
        }
    }

    private static StepInfo info(MessageBundle texts, CatalogueStep step, String name) {
        String key = "step." + step.slug();
        return new StepInfo(
                name,
                texts.get(key + ".name"),
                step.slug(),
                step.category(),
                texts.get(key + ".description"),
                step.typicalDuration());
    }

    /**
     * The step of that name, in whatever case, in English. Never null: a name that is not known, or null, becomes a
     * neutral step of which nothing shows the name.
     */
    public StepInfo of(String name) {
        return inEnglish.get(known(name));
    }

    /** In that language, in English if there are no words in it; otherwise as {@link #of(String)}. */
    public StepInfo of(String name, Locale locale) {
        return info(catalogue.texts(locale), byName.get(known(name)), of(name).name());
    }

    /**
     * All known steps, about in the order in which operations have them: each under all of its names.
     *
     * @param locale whose language to tell in; English if there are no words in it
     */
    public List<List<StepInfo>> known(Locale locale) {
        return catalogue.steps().stream()
                .map(step -> step.names().stream().map(name -> of(name, locale)).toList())
                .toList();
    }

    /** The id of the {@link StepKind} of the step of that name; null for a failure outside any step. */
    public String kindOf(String name) {
        return byName.get(known(name)).kind();
    }

    private String known(String name) {
        String key = name == null ? UNKNOWN : key(name);
        return byName.containsKey(key) ? key : UNKNOWN;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
