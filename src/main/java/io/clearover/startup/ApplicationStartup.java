package io.clearover.startup;

import io.clearover.explain.Explainer;
import io.clearover.failover.StepCheck;
import io.clearover.operation.OperationLifecycle;
import io.clearover.operation.Poll;
import io.clearover.schema.DatabaseRights;
import io.clearover.schema.Migrations;
import io.clearover.summary.SummaryExpiry;
import io.clearover.watch.ForeignJobTimer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the application, or refuses to: what is thrown here keeps it from serving, with its reason in the log. */
@ApplicationScoped
public class ApplicationStartup {

    private static final Logger LOG = Logger.getLogger(ApplicationStartup.class.getName());

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final DataSource database;

    /** With the account of migrations. */
    @Resource(lookup = "jdbc/clearover-schema")
    private DataSource schema;

    private final SummaryExpiry expiry;
    private final Explainer explainer;
    private final StepCheck steps;
    private final OperationLifecycle operations;
    private final ForeignJobTimer foreignJobs;
    private final Duration databaseTimeout;

    ApplicationStartup() {
        this(null, null, null, null, null, null, null);
    }

    /** @param databaseTimeout how long to wait for the database */
    @Inject
    public ApplicationStartup(
            DataSource database,
            SummaryExpiry expiry,
            Explainer explainer,
            StepCheck steps,
            OperationLifecycle operations,
            ForeignJobTimer foreignJobs,
            @ConfigProperty(name = "clearover.database.start-timeout", defaultValue = "PT2M")
                    Duration databaseTimeout) {
        this.database = database;
        this.expiry = expiry;
        this.explainer = explainer;
        this.steps = steps;
        this.operations = operations;
        this.foreignJobs = foreignJobs;
        this.databaseTimeout = databaseTimeout;
    }

    /** The appliance may start its database after this server. */
    private Optional<Boolean> connected() {
        try (Connection connection = database.getConnection()) {
            return Optional.of(connection.isValid(1)).filter(valid -> valid);
        } catch (SQLException notYet) {
            LOG.info(() -> "waiting for the database: " + notYet.getMessage());
            return Optional.empty();
        }
    }

    void start(@Observes Startup event) {
        LOG.info(() -> "summaries are kept for " + expiry.maxAge());
        explainer.explain(null, null, null);
        steps.run();
        Poll.until(this::connected, SECOND, databaseTimeout, "the database to be reachable");
        new Migrations(schema).up();
        new DatabaseRights(database).requireAllToWork();
        operations.start();
        foreignJobs.start();
    }
}
