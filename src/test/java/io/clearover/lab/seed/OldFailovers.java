package io.clearover.lab.seed;

import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Operations that the appliance's former engine ran: a failover that failed, one that did not, a rollback of each. */
final class OldFailovers {

    private static final Duration FAILED_AFTER = Duration.ofSeconds(142);
    private static final Duration COMPLETED_AFTER = Duration.ofSeconds(334);
    private static final Duration ROLLED_BACK_AFTER = Duration.ofSeconds(97);

    private final OldOperationRows rows;
    private final Instant now;

    OldFailovers(Rows rows, Instant now) {
        this.rows = new OldOperationRows(rows);
        this.now = now;
    }

    void write() throws SQLException {
        LabVm postgres = Fleet.named("pgtest1").orElseThrow();
        Instant failed = now.minus(Duration.ofDays(9)).minus(Duration.ofMinutes(95));
        rows.write(new OldOperation(postgres, false, failed, FAILED_AFTER, OldSteps.INJECTION_FAILURE));
        rows.write(rollback(postgres, failed.plus(Duration.ofMinutes(48))));

        LabVm web = Fleet.named("web01").orElseThrow();
        Instant completed = now.minus(Duration.ofDays(3)).minus(Duration.ofMinutes(40));
        rows.write(new OldOperation(web, false, completed, COMPLETED_AFTER, null));
        rows.write(rollback(web, completed.plus(Duration.ofMinutes(31))));
    }

    private static OldOperation rollback(LabVm vm, Instant startedAt) {
        return new OldOperation(vm, true, startedAt, ROLLED_BACK_AFTER, null);
    }
}
