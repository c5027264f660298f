package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepCatalogue;

/** The built-in catalogue, read once for all tests. */
public final class Fixtures {
    public static final Catalogue CATALOGUE = new Catalogue();
    public static final StepCatalogue STEPS = new StepCatalogue(CATALOGUE);
    public static final Explainer EXPLAINER = new Explainer(CATALOGUE, STEPS);

    private Fixtures() {}

    /** The explanation of a test failover that failed so. */
    public static Explanation explain(String step, String error) {
        return EXPLAINER.explain(step, OperationType.TEST_FAILOVER, error);
    }
}
