package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The destination has the networks that the VM's are mapped to. */
@ApplicationScoped
class NetworksProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION, FaultObject.NETWORK, Condition.NOT_FOUND, Condition.WRONG_STATE, Condition.MISSING);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(ProbeTarget target) {
        return !target.networks().destinations().isEmpty();
    }

    @Override
    public Finding look(ProbeTarget target) {
        List<String> missing = target.networks().destinations().stream()
                .filter(network -> !target.destination().networkExists(network))
                .toList();
        return missing.isEmpty()
                ? Finding.of("found")
                : Finding.failed("network mapping validation failed: destination network not found: "
                        + String.join(", ", missing));
    }
}
