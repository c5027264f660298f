package io.clearover.explain;

/** The built-in catalogue, read once for all tests. */
final class Fixtures {
    static final Catalogue CATALOGUE = new Catalogue();
    static final StepCatalogue STEPS = new StepCatalogue(CATALOGUE);
    static final Explainer EXPLAINER = new Explainer(CATALOGUE, STEPS);

    private Fixtures() {}

    static Explanation explain(String step, String error) {
        return EXPLAINER.explain(step, OperationType.TEST_FAILOVER, error);
    }
}
