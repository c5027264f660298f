package io.clearover.lab.seed;

import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/** Fills an appliance's database in one transaction: all of it is there, or nothing. */
public final class Seed {

    private final Instant now;

    /** The past that is written ends at this clock's time. */
    public Seed(Clock clock) {
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Writes the lab's VMs and their past if the database holds no VM yet, and where the lab is in any case.
     *
     * @param labUrl the lab's address without a path
     * @throws IllegalStateException when the database refuses
     */
    public void into(DataSource database, String labUrl) {
        into(database, labUrl, 0);
    }

    /**
     * The same, and the VMs for load tests that the database does not hold yet.
     *
     * @param loadVms how many of them there are
     */
    public void into(DataSource database, String labUrl, int loadVms) {
        try (Connection connection = database.getConnection()) {
            String zone = zone(connection);
            try {
                setZone(connection, "+00:00");
                connection.setAutoCommit(false);
                write(new Rows(connection), labUrl, loadVms);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
                setZone(connection, zone);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("seeding the database: " + e.getMessage(), e);
        }
    }

    private void write(Rows rows, String labUrl, int loadVms) throws SQLException {
        Settings settings = new Settings(rows, now);
        long configId = settings.destination(labUrl);
        boolean first = !rows.any("SELECT 1 FROM vm_replication_contexts LIMIT 1");
        List<LabVm> all = Fleet.with(loadVms);
        for (LabVm vm : first ? all : all.subList(Fleet.VMS.size(), all.size())) {
            if (!rows.any("SELECT 1 FROM vm_replication_contexts WHERE context_id = ?", vm.contextId())) {
                new VmRows(rows, now, configId, settings.credential(vm)).write(vm);
            }
        }
        if (first) {
            new OldFailovers(rows, now).write();
        }
    }

    private static String zone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@session.time_zone")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void setZone(Connection connection, String zone) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET time_zone = '" + zone + "'");
        }
    }
}
