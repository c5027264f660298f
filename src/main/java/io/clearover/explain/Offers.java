package io.clearover.explain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which quick actions go with an advice. An action is offered where the advice speaks of it and the engine has it: failovers
 * and their rollbacks can be started here, a replication can't.
 */
final class Offers {
    private static final String ROLL_BACK = "{roll-back}";
    private static final String WITHOUT_SYNC = "{without-sync}";
    private static final String WITHOUT_DRIVERS = "{without-drivers}";
    private static final String ADMINISTRATOR = "administrator";

    private static final Set<String> FAILOVERS =
            Set.of(OperationType.TEST_FAILOVER.jsonName(), OperationType.LIVE_FAILOVER.jsonName());

    private final StepKind kind;
    private final String operation;
    private final Leftover leftover;
    private final boolean retryable;
    private final String advice;

    /**
     * @param operation its name in JSON
     * @param advice the next steps as they stand in the English bundle, before their phrases are filled in
     */
    Offers(StepKind kind, String operation, Leftover leftover, boolean retryable, List<String> advice) {
        this.kind = kind;
        this.operation = operation;
        this.leftover = leftover;
        this.retryable = retryable;
        this.advice = String.join(" ", advice);
    }

    /** In the order in which they have to be done; a rollback that has to come first stands first. May be empty. */
    List<Action> actions() {
        return Arrays.stream(Action.values())
                .filter(offered()::contains)
                .sorted((a, b) -> Boolean.compare(b == Action.ROLL_BACK, a == Action.ROLL_BACK))
                .collect(Collectors.toUnmodifiableList());
    }

    private Set<Action> offered() {
        Set<Action> offered = EnumSet.noneOf(Action.class);
        if (FAILOVERS.contains(operation)) {
            offered.addAll(afterFailover());
        } else if (operation.equals(OperationType.ROLLBACK.jsonName()) && retryable) {
            offered.add(Action.RETRY);
        }
        if (advice.contains(ADMINISTRATOR)) {
            offered.add(Action.CONTACT_ADMIN);
        }
        return offered;
    }

    private Set<Action> afterFailover() {
        Set<Action> offered = EnumSet.noneOf(Action.class);
        if (advice.contains(ROLL_BACK) || leftover != Leftover.NONE) {
            offered.add(Action.ROLL_BACK);
        } else if (retryable) {
            offered.add(Action.RETRY);
        }
        if (kind.isPreflight() && leftover == Leftover.NONE) {
            offered.add(Action.OPEN_PREFLIGHT);
        }
        boolean test = operation.equals(OperationType.TEST_FAILOVER.jsonName());
        if (test && leftover == Leftover.NONE && kind.readsSource() && advice.contains(WITHOUT_SYNC)) {
            offered.add(Action.START_WITHOUT_FINAL_SYNC);
        }
        if (kind.installsDrivers() && advice.contains(WITHOUT_DRIVERS)) {
            offered.add(Action.START_WITHOUT_DRIVER_INSTALLATION);
        }
        return offered;
    }
}
