package io.clearover.failover.preflight;

import io.clearover.diagnosis.Finding;
import io.clearover.diagnosis.Probe;
import io.clearover.diagnosis.ProbeScope;
import io.clearover.diagnosis.ProbeTarget;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.operation.Intent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An option that somebody should think about before a failover.
 *
 * @param chosen whether the failover has it
 */
record OptionCheck(String name, Predicate<Intent> chosen) implements Probe {

    /** All options that are worth a warning. */
    static final List<OptionCheck> ALL = List.of(
            new OptionCheck("without-drivers", Intent::risksNoDrivers),
            new OptionCheck("source-stays-on", Intent::risksTwoRunning),
            new OptionCheck("without-final-sync", Intent::risksOldData));

    private static final ProbeScope SCOPE =
            new ProbeScope(Side.APPLIANCE, FaultObject.SETTING, Set.of(FaultObject.SETTING), Set.of());

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return chosen.test(target.intent());
    }

    @Override
    public Finding look(ProbeTarget target) {
        return Finding.of("chosen");
    }
}
