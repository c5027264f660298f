package io.clearover.failover.preflight;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The destination has the networks that the VM's are mapped to. */
@ApplicationScoped
class NetworksCheck implements Check {

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public CheckedSystem asks() {
        return CheckedSystem.DESTINATION;
    }

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return !target.networks().destinations().isEmpty();
    }

    @Override
    public Finding look(PreflightTarget target) {
        List<String> missing = target.networks().destinations().stream()
                .filter(network -> !target.destination().networkExists(network))
                .toList();
        return missing.isEmpty()
                ? Finding.of("found")
                : Finding.failed("network mapping validation failed: destination network not found: "
                        + String.join(", ", missing));
    }
}
