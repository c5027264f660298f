package io.clearover.explain;

import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which quick actions go with an advice. An action is offered where the advice speaks of it and the engine has it: failovers
 * and their rollbacks can be started here, a replication can't.
 */
final class OfferedActions {
    private static final String ROLL_BACK = "{roll-back}";
    private static final String WITHOUT_SYNC = "{without-sync}";
    private static final String WITHOUT_DRIVERS = "{without-drivers}";
    private static final String ADMINISTRATOR = "administrator";

    private static final Set<String> FAILOVERS =
            Set.of(OperationType.TEST_FAILOVER.jsonName(), OperationType.LIVE_FAILOVER.jsonName());

    private final StepKind kind;
    private final String operation;
    private final RollbackNeed rollbackNeed;
    private final boolean retryable;
    private final String advice;

    /**
     * @param operation its name in JSON
     * @param advice the next steps as they stand in the English bundle, before their phrases are filled in
     */
    OfferedActions(StepKind kind, String operation, RollbackNeed rollbackNeed, boolean retryable, List<String> advice) {
        this.kind = kind;
        this.operation = operation;
        this.rollbackNeed = rollbackNeed;
        this.retryable = retryable;
        this.advice = String.join(" ", advice);
    }

    /** In the order in which they have to be done; a rollback that has to come first stands first. May be empty. */
    List<QuickAction> actions() {
        return Arrays.stream(QuickAction.values())
                .filter(offered()::contains)
                .sorted((a, b) -> Boolean.compare(b == QuickAction.ROLL_BACK, a == QuickAction.ROLL_BACK))
                .collect(Collectors.toUnmodifiableList());
    }

    private Set<QuickAction> offered() {
        Set<QuickAction> offered = EnumSet.noneOf(QuickAction.class);
        if (FAILOVERS.contains(operation)) {
            offered.addAll(afterFailover());
        } else if (operation.equals(OperationType.ROLLBACK.jsonName()) && retryable) {
            offered.add(QuickAction.RETRY);
        }
        if (advice.contains(ADMINISTRATOR)) {
            offered.add(QuickAction.CONTACT_ADMIN);
        }
        return offered;
    }

    private Set<QuickAction> afterFailover() {
        Set<QuickAction> offered = EnumSet.noneOf(QuickAction.class);
        if (advice.contains(ROLL_BACK) || rollbackNeed != RollbackNeed.NONE) {
            offered.add(QuickAction.ROLL_BACK);
        } else if (retryable) {
            offered.add(QuickAction.RETRY);
        }
        if (kind.isPreflight() && rollbackNeed == RollbackNeed.NONE) {
            offered.add(QuickAction.OPEN_PREFLIGHT);
        }
        boolean test = operation.equals(OperationType.TEST_FAILOVER.jsonName());
        if (test && rollbackNeed == RollbackNeed.NONE && kind.readsSource() && advice.contains(WITHOUT_SYNC)) {
            offered.add(QuickAction.START_WITHOUT_FINAL_SYNC);
        }
        if (kind.installsDrivers() && advice.contains(WITHOUT_DRIVERS)) {
            offered.add(QuickAction.START_WITHOUT_DRIVER_INSTALLATION);
        }
        return offered;
    }
}
