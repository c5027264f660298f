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
    public Asked asks() {
        return Asked.DESTINATION;
    }

    @Override
    public boolean appliesTo(Subject subject) {
        return !subject.networks().destinations().isEmpty();
    }

    @Override
    public Finding look(Subject subject) {
        List<String> missing = subject.networks().destinations().stream()
                .filter(network -> !subject.destination().networkExists(network))
                .toList();
        return missing.isEmpty()
                ? Finding.of("found")
                : Finding.failed("network mapping validation failed: destination network not found: "
                        + String.join(", ", missing));
    }
}
