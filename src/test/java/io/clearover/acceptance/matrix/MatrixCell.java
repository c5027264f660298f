package io.clearover.acceptance.matrix;

import io.clearover.acceptance.support.DisturbedOperation;

/** One call of one operation, and what goes wrong with it. */
record MatrixCell(MatrixPoint point, MatrixFault fault) {

    private static final String VALIDATION = "validation";
    private static final String POWER_OFF = "source-vm-power-off";

    /** How the operation has to end. */
    enum End {
        COMPLETED,
        FAILED,
        EITHER
    }

    /**
     * What got no answer is asked again or looked for, so the operation completes; what was refused or has failed is
     * definite, so it fails at that step. Save for what this says.
     */
    End expected() {
        if (point.undo()) {
            return End.FAILED;
        }
        if (point.step().equals(VALIDATION)) {
            return ofValidation();
        }
        if (fault == MatrixFault.GONE) {
            // whether a job is done is seen without asking for the job, but not whether a volume went back
            return point.isPoll() && !point.isRevert() ? End.COMPLETED : End.FAILED;
        }
        if (needsDrivers()) {
            // a tool of the appliance itself that works on a disk: it is never started twice, and when it says that all
            // went well, nobody knows better
            return fault == MatrixFault.DELAY || fault == MatrixFault.RUBBISH ? End.COMPLETED : End.FAILED;
        }
        boolean hasAnotherWay =
                point.isPoll() || point.confirms() || point.step().equals(POWER_OFF);
        return fault.isDefinite() && !hasAnotherWay ? End.FAILED : End.COMPLETED;
    }

    /** Some of what it asks for is good to know, but no condition. */
    private End ofValidation() {
        return fault.isDefinite() || fault == MatrixFault.GONE ? End.EITHER : End.COMPLETED;
    }

    /** Where it has to fail, if it does. */
    String failingStep() {
        return point.undo() ? DisturbedOperation.DOOMED_STEP : point.step();
    }

    /** Whether what it did can be taken back while the fault lasts; else that is up to the rollback that follows. */
    boolean canBeUndone() {
        return fault != MatrixFault.GONE;
    }

    /** Whether nothing else may run meanwhile, because the fault would befall that too. */
    boolean isForAlone() {
        return !point.ofVm();
    }

    /** Whether it needs a VM that drivers are installed on. */
    boolean needsDrivers() {
        return point.call().equals("driver");
    }

    @Override
    public String toString() {
        return "%s %s%s %s[%d] %s"
                .formatted(
                        point.operation(),
                        point.undo() ? "undo " : "",
                        point.step(),
                        point.call(),
                        point.occurrence(),
                        fault);
    }
}
