package io.clearover.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.database.Database;
import io.clearover.job.ContextId;
import io.clearover.lab.seed.Seed;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.quickstart.MariaDb;
import io.clearover.schema.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which a VM's disks are read: the first one becomes the root disk, and gets the drivers. */
class DisksIT {

    /** It has three disks. */
    private static final LabVm VM = Fleet.named("erp01").orElseThrow();

    private static MariaDb server;

    private DataSource database;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new MariaDb(folder, 0).hurried().start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void the_lab() {
        database = server.dataSource("disks");
        new Migrations(database).up();
        new Seed(Clock.systemUTC()).into(database, "http://localhost:9085");
    }

    @Test
    void the_first_scsi_disk_comes_before_a_sata_disk() throws SQLException {
        name("disk-16000", "disk-2001", "disk-2000");

        assertThat(read()).containsExactly("disk-2000", "disk-2001", "disk-16000");
    }

    @Test
    void it_may_be_known_by_its_number_alone() throws SQLException {
        name("16000", "1000", "2000");

        assertThat(read()).containsExactly("2000", "1000", "16000");
    }

    @Test
    void without_it_the_lowest_number_comes_first() throws SQLException {
        name("disk-16000", "disk-3001", "disk-3000");

        assertThat(read()).containsExactly("disk-3000", "disk-3001", "disk-16000");
    }

    @Test
    void what_has_no_known_name_comes_last() throws SQLException {
        name("", "disk-16001", "disk-16000");
        run("DELETE FROM vm_disks WHERE vm_context_id = '%s' AND disk_id = 'disk-16001'".formatted(VM.contextId()));

        assertThat(read().get(0)).isEqualTo("disk-16000");
        assertThat(read()).containsExactlyInAnyOrder("disk-16000", null, "");
    }

    private List<String> read() {
        Disks disks = new Disks(new Database(Jdbi.create(database)), null, Clock.systemUTC());
        return disks.of(new ContextId(VM.contextId())).stream()
                .map(Disk::diskId)
                .toList();
    }

    /** Gives the disks these ids, in the order in which they were added. */
    private void name(String... ids) throws SQLException {
        run("UPDATE vm_disks SET disk_id = CONCAT('old-', unit_number) WHERE vm_context_id = '%s'"
                .formatted(VM.contextId()));
        for (int i = 0; i < ids.length; i++) {
            run("UPDATE vm_disks SET disk_id = '%s' WHERE vm_context_id = '%s' AND unit_number = %d"
                    .formatted(ids[i], VM.contextId(), i));
        }
    }

    @AfterEach
    void drop() throws SQLException {
        run("DROP DATABASE disks");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
