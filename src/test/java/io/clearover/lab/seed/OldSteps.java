package io.clearover.lab.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps of an operation of the former engine, with its habit of recording the driver installation twice. */
final class OldSteps {

    private static final String INJECTION = "virtio-driver-injection";
    private static final String INNER_FAILURE = "failed to inject VirtIO drivers: exit status 1";

    static final String INJECTION_FAILURE =
            "VirtIO injection phase failed: VirtIO driver injection failed: " + INNER_FAILURE;

    private static final List<String> FAILOVER = List.of(
            "validation",
            "volume-mode-switch-failover",
            "multi-volume-snapshot-creation",
            INJECTION,
            "vm-creation",
            "volume-attachment",
            "vm-startup-and-validation",
            "status-update");
    private static final List<String> ROLLBACK = List.of(
            "failover-job-retrieval",
            "test-vm-shutdown",
            "volume-detachment",
            "multi-volume-snapshot-cleanup",
            "volume-mode-switch-oma",
            "volume-reattachment-to-oma",
            "test-vm-deletion",
            "failover-job-status-update",
            "vm-context-status-update");

    /** A step; its error is null when it completed. */
    record Step(String name, Instant startedAt, Instant completedAt, String error) {}

    private OldSteps() {}

    /** The steps in the order they began. A failed failover ended with the driver installation. */
    static List<Step> of(OldOperation operation) {
        List<String> names = names(operation);
        Duration each = operation.duration().dividedBy(names.size());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Instant startedAt = operation.startedAt().plus(each.multipliedBy(i));
            boolean injection = names.get(i).equals(INJECTION);
            Step step = new Step(names.get(i), startedAt, startedAt.plus(each), injection ? operation.error() : null);
            steps.add(step);
            if (injection) {
                steps.add(twin(step));
            }
        }
        return steps;
    }

    private static List<String> names(OldOperation operation) {
        if (operation.rollback()) {
            return ROLLBACK;
        }
        return operation.error() == null ? FAILOVER : FAILOVER.subList(0, FAILOVER.indexOf(INJECTION) + 1);
    }

    /** The same again, a moment later and within it. */
    private static Step twin(Step step) {
        String error = step.error() == null ? null : INNER_FAILURE;
        return new Step(
                step.name(), step.startedAt().plusMillis(40), step.completedAt().minusMillis(25), error);
    }
}
