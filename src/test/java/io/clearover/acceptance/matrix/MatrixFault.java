package io.clearover.acceptance.matrix;

import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import java.time.Duration;

/** What the matrix lets go wrong with a call: each kind of fault once, and what lasts longer than the product is patient. */
enum MatrixFault {
    REFUSE(FaultKind.REFUSE),
    REFUSE_401(FaultKind.REFUSE_401),
    DELAY(FaultKind.DELAY, Duration.ofMillis(300)),
    HANG(FaultKind.HANG),
    DROP_BEFORE(FaultKind.DROP_BEFORE),
    DROP_AFTER(FaultKind.DROP_AFTER),
    RUBBISH(FaultKind.RUBBISH),
    UNAVAILABLE(FaultKind.UNAVAILABLE),
    SLOW_ANSWER(FaultKind.SLOW_ANSWER, Duration.ofMillis(300)),
    /** From then on no such call is answered any more, nor done. */
    GONE(FaultKind.DROP_BEFORE, Duration.ZERO, 0),
    FAIL_JOB(FaultKind.FAIL_JOB),
    LOSE_JOB(FaultKind.LOSE_JOB),
    STUCK_JOB(FaultKind.STUCK_JOB, Duration.ofMillis(300)),
    /** The job ends, but not before the limit for one. */
    STUCK_FOR_LONG(FaultKind.STUCK_JOB, MatrixSettings.JOB_TIMEOUT.plusSeconds(1)),
    HANG_GUEST(FaultKind.HANG_GUEST),
    KILLED(FaultKind.KILLED);

    private final FaultKind kind;
    private final Duration delay;
    private final int times;

    MatrixFault(FaultKind kind) {
        this(kind, Duration.ZERO);
    }

    MatrixFault(FaultKind kind, Duration delay) {
        this(kind, delay, 1);
    }

    MatrixFault(FaultKind kind, Duration delay, int times) {
        this.kind = kind;
        this.delay = delay;
        this.times = times;
    }

    /** Befalls the call after so many that go well. */
    Fault on(String call, int after) {
        return Fault.of(call, kind).after(after).times(times).delay(delay);
    }

    /** Whether the other side says no, or that it has failed: it was asked, and did not do it. */
    boolean isDefinite() {
        return switch (this) {
            case REFUSE, REFUSE_401, FAIL_JOB, STUCK_JOB, STUCK_FOR_LONG, KILLED -> true;
            default -> false;
        };
    }
}
