package io.clearover.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.quickstart.GrantScripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged server's command for its database, run as an administrator would: in a process of its own, without a server. */
class SchemaCommandIT extends EmptyDatabase {

    private static final Path COMMAND = Path.of(
            System.getProperty("clearover.basedir", ""),
            "target/liberty/wlp/usr/servers/clearover/lib/clearover-schema.jar");

    /** What a command said, and its exit code. */
    private record Ran(int code, String said) {}

    @Test
    void a_database_is_planned_brought_up_and_taken_back_by_the_accounts_of_the_scripts() throws Exception {
        appliance.install(Appliance.withoutSummary());
        appliance.rows();
        List<String> before = everything();
        GrantScripts scripts = new GrantScripts(server(), "schema_it");
        scripts.migration();

        Ran up = run("up", GrantScripts.environment());
        assertThat(up.said())
                .contains("_add_reading_indexes.job_tracking: job_tracking, about", "has all that Clearover needs");
        assertThat(up.code()).isZero();
        scripts.server();
        Ran plan = run("plan", GrantScripts.environment());
        assertThat(plan.said())
                .contains("as expected", "Nothing is to be added", "The server's account may do its work");
        assertThat(plan.code()).isZero();
        Ran down = run("down", GrantScripts.environment());
        assertThat(down.said()).contains("takes back", "is gone");
        assertThat(down.code()).isZero();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_plan_names_statements_and_missing_rights_and_changes_nothing() throws Exception {
        appliance.install(Appliance.withoutSummary());
        sql.run("ALTER TABLE vm_disks MODIFY job_id varchar(191) NULL");
        GrantScripts scripts = new GrantScripts(server(), "schema_it");
        scripts.migration();
        sql.run("REVOKE INDEX ON schema_it.* FROM '" + GrantScripts.MIGRATION + "'@'127.0.0.1'");
        List<String> before = everything();

        Ran plan = run(
                "plan",
                Map.of(
                        "DATABASE_USER",
                        GrantScripts.MIGRATION,
                        "DATABASE_PASSWORD",
                        GrantScripts.environment().get("DATABASE_PASSWORD")));

        assertThat(plan.said())
                .contains(
                        "vm_disks.job_id may be null",
                        "CREATE INDEX idx_clearover_job_tracking_recent ON job_tracking",
                        "INDEX on the schema schema_it");
        assertThat(plan.code()).isEqualTo(1);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_it_does_not_know_is_answered_with_what_it_does() throws Exception {
        Ran ran = run("sideways", Map.of());

        assertThat(ran.said()).contains("plan", "up", "down");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void a_database_that_is_away_is_said_in_a_line() throws Exception {
        Ran ran = run("plan", Map.of("DATABASE_URL", "jdbc:mysql://127.0.0.1:1/none"));

        assertThat(ran.said().lines()).hasSize(1);
        assertThat(ran.said()).contains("cannot be looked at");
        assertThat(ran.code()).isEqualTo(1);
    }

    private static Ran run(String argument, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        COMMAND.toString(),
                        argument)
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", "jdbc:mysql://127.0.0.1:%d/schema_it".formatted(server().port()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said.strip());
    }

    private List<String> everything() {
        return sql
                .rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1")
                .stream()
                .flatMap(row -> catalogue.description(row.get(0)).stream())
                .toList();
    }
}
