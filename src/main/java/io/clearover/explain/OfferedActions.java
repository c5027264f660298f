package io.clearover.explain;

import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which quick actions, such as buttons, a failure offers: of those that the catalogue advises, the ones that would
 * help in that kind of step and operation; to start again where the cause passes by itself; the checks where they failed.
 * Failovers and their rollbacks can be started here, a replication can't.
 */
final class OfferedActions {
    private final StepKind kind;
    private final Optional<OperationType> operation;
    private final FailedOperation failed;

    OfferedActions(StepKind kind, FailedOperation failed) {
        this.kind = kind;
        this.operation = kind.operation(failed.type());
        this.failed = failed;
    }

    /**
     * In the order in which they have to be done; a rollback that has to come first stands first. May be empty.
     *
     * @param advised by the catalogue's entry
     * @param retryable whether the same operation would probably succeed when just run again later
     */
    List<QuickAction> of(Set<QuickAction> advised, boolean retryable) {
        Set<QuickAction> offered = EnumSet.noneOf(QuickAction.class);
        operation.ifPresent(type -> offered.addAll(after(type, advised, retryable)));
        if (advised.contains(QuickAction.CONTACT_ADMIN)) {
            offered.add(QuickAction.CONTACT_ADMIN);
        }
        return Arrays.stream(QuickAction.values())
                .filter(offered::contains)
                .sorted((a, b) -> Boolean.compare(b == QuickAction.ROLL_BACK, a == QuickAction.ROLL_BACK))
                .toList();
    }

    private Set<QuickAction> after(OperationType type, Set<QuickAction> advised, boolean retryable) {
        return switch (type) {
            case TEST_FAILOVER, LIVE_FAILOVER -> afterFailover(type, advised, retryable);
            case ROLLBACK -> retryable ? Set.of(QuickAction.RETRY) : Set.of();
            case REPLICATION -> Set.of();
        };
    }

    private Set<QuickAction> afterFailover(OperationType type, Set<QuickAction> advised, boolean retryable) {
        boolean nothingLeft = failed.rollbackNeed() == RollbackNeed.NONE;
        Set<QuickAction> offered = EnumSet.noneOf(QuickAction.class);
        if (advised.contains(QuickAction.ROLL_BACK) || !nothingLeft) {
            offered.add(QuickAction.ROLL_BACK);
        } else if (retryable) {
            offered.add(QuickAction.RETRY);
        }
        if (helps(QuickAction.OPEN_PREFLIGHT) && nothingLeft) {
            offered.add(QuickAction.OPEN_PREFLIGHT);
        }
        if (advised.contains(QuickAction.START_WITHOUT_FINAL_SYNC)
                && type == OperationType.TEST_FAILOVER
                && nothingLeft
                && helps(QuickAction.START_WITHOUT_FINAL_SYNC)) {
            offered.add(QuickAction.START_WITHOUT_FINAL_SYNC);
        }
        if (advised.contains(QuickAction.START_WITHOUT_DRIVER_INSTALLATION)
                && helps(QuickAction.START_WITHOUT_DRIVER_INSTALLATION)) {
            offered.add(QuickAction.START_WITHOUT_DRIVER_INSTALLATION);
        }
        return offered;
    }

    private boolean helps(QuickAction action) {
        return kind.helpedBy().contains(action) && !failed.refutes(action);
    }
}
