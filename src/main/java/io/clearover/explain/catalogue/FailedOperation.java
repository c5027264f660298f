package io.clearover.explain.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of an operation that failed, beside its raw error, so that nothing is advised that it refutes. Immutable.
 *
 * @param type null if not known
 * @param rollbackNeed whether what it made is still there, and has to be rolled back first
 * @param windows whether the VM's guest is Windows; null if not known
 * @param withDrivers whether it was to install drivers; null if not known
 * @param withFinalSync whether it was to copy the latest changes first; null if not known
 */
public record FailedOperation(
        OperationType type, RollbackNeed rollbackNeed, Boolean windows, Boolean withDrivers, Boolean withFinalSync) {

    /** An operation that left nothing, and of which no more is known than its type. */
    public static FailedOperation of(OperationType type) {
        return of(type, RollbackNeed.NONE);
    }

    /** An operation of whose VM and options nothing is known. */
    public static FailedOperation of(OperationType type, RollbackNeed rollbackNeed) {
        return new FailedOperation(type, rollbackNeed, null, null, null);
    }

    /** One of each kind, of which all is known but the type. */
    static Stream<FailedOperation> allKnown() {
        List<Boolean> each = List.of(true, false);
        return Stream.of(RollbackNeed.values())
                .flatMap(need -> each.stream().flatMap(windows -> each.stream().flatMap(drivers -> each.stream()
                        .map(sync -> new FailedOperation(null, need, windows, drivers, sync)))));
    }

    /** Whether what is known speaks against advice with this phrase of the catalogue. */
    boolean refutes(String phrase) {
        return switch (phrase) {
            case "check-windows" -> Boolean.TRUE.equals(windows);
            case "with-drivers" -> Boolean.TRUE.equals(withDrivers) || Boolean.FALSE.equals(windows);
            case "without-drivers" -> Boolean.FALSE.equals(withDrivers);
            case "without-sync" -> Boolean.FALSE.equals(withFinalSync);
            default -> false;
        };
    }

    /** Whether what is known speaks against offering this. */
    public boolean refutes(QuickAction action) {
        return switch (action) {
            case START_WITHOUT_DRIVER_INSTALLATION -> refutes("without-drivers");
            case START_WITHOUT_FINAL_SYNC -> refutes("without-sync");
            default -> false;
        };
    }
}
