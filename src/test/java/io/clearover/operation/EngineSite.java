package io.clearover.operation;

import io.clearover.database.Database;
import io.clearover.job.ContextId;
import io.clearover.lab.seed.Seed;
import io.clearover.quickstart.MariaDb;
import io.clearover.quickstart.TestRun;
import io.clearover.schema.Migrations;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real MariaDB with the lab's VMs, and any number of {@link EngineNode}s on it, whose time passes when a test says so. Each
 * test begins with ready VMs and without jobs.
 */
final class EngineSite implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private final List<EngineNode> nodes = new ArrayList<>();
    private final AtomicLong turned = new AtomicLong();
    private MariaDb server;
    private DataSource database;
    private EntityManagerFactory entities;
    private ScriptedPlans plans;

    @Override
    public void beforeAll(ExtensionContext test) {
        server = new MariaDb(TestRun.folder("engine-it"), 0).start();
        database = server.dataSource("engine_it");
        new Migrations(database).up();
        new Seed(Clock.systemUTC()).into(database, "http://localhost:1");
        entities = new PersistenceProvider()
                .createEntityManagerFactory(
                        "clearover",
                        Map.of(
                                "jakarta.persistence.transactionType",
                                "RESOURCE_LOCAL",
                                "jakarta.persistence.nonJtaDataSource",
                                database));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        entities.close();
        server.close();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        plans = new ScriptedPlans();
        turned.set(0);
        for (String rows : List.of("job_steps", "job_tracking", "failover_jobs")) {
            sql().update("DELETE FROM " + rows, Map.of());
        }
        sql().update(
                        "UPDATE vm_replication_contexts SET current_status = 'ready_for_failover', last_operation_summary = NULL",
                        Map.of());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        nodes.forEach(EngineNode::close);
        nodes.clear();
    }

    /** A server, named for leases; one of the name of an earlier one is its next life. */
    EngineNode node(String name) {
        return node(name, Map.of());
    }

    /** The same, configured otherwise than by default. */
    EngineNode node(String name, Map<String, String> configuration) {
        EngineNode node = new EngineNode(this, name, configuration);
        nodes.add(node);
        return node;
    }

    /** What the steps of all nodes do. */
    ScriptedPlans plans() {
        return plans;
    }

    /** The step stays at the gate on its first run from now on, and does nothing else. */
    Gate hold(String step) {
        Gate gate = new Gate();
        plans.script(step, operation -> gate.pass());
        return gate;
    }

    /** Time passes, for the nodes and, in whole seconds as it counts, for the database. */
    void turn(Duration time) {
        Duration before = Duration.ofNanos(turned.getAndAdd(time.toNanos()));
        long seconds = before.plus(time).toSeconds() - before.toSeconds();
        sql().update(
                        "UPDATE job_tracking SET updated_at = updated_at - INTERVAL :seconds SECOND",
                        Map.of("seconds", seconds));
    }

    /** Time passes for the nodes alone: nothing is waited for in the database. */
    void turnNodes(Duration time) {
        turned.addAndGet(time.toNanos());
    }

    /** What the nodes' steady clocks show. */
    long ticks() {
        return System.nanoTime() + turned.get();
    }

    EntityManagerFactory entities() {
        return entities;
    }

    DataSource database() {
        return database;
    }

    private Database sql() {
        return new Database(Jdbi.create(database));
    }

    /** Changes rows. */
    void sql(String statement) {
        sql().update(statement, Map.of());
    }

    /** The first column of the first row, as text. */
    String text(String query, Map<String, ?> parameters) {
        return Jdbi.create(database).withHandle(handle -> handle.createQuery(query)
                .bindMap(parameters)
                .mapTo(String.class)
                .findFirst()
                .orElse(null));
    }

    /** The statuses of a job's steps, in order, as {@code name status}. */
    List<String> steps(String job) {
        return Jdbi.create(database).withHandle(handle -> handle.createQuery(
                        "SELECT CONCAT(name, ' ', status) FROM job_steps WHERE job_id = :job ORDER BY seq")
                .bind("job", job)
                .mapTo(String.class)
                .list());
    }

    String status(String job) {
        return text("SELECT status FROM job_tracking WHERE id = :job", Map.of("job", job));
    }

    String owner(String job) {
        return text("SELECT owner FROM job_tracking WHERE id = :job", Map.of("job", job));
    }

    String vmStatus(String vm) {
        return text("SELECT current_status FROM vm_replication_contexts WHERE vm_name = :vm", Map.of("vm", vm));
    }

    ContextId context(String vm) {
        return Optional.ofNullable(
                        text("SELECT context_id FROM vm_replication_contexts WHERE vm_name = :vm", Map.of("vm", vm)))
                .map(ContextId::new)
                .orElseThrow();
    }
}
