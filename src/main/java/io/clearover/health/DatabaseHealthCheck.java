package io.clearover.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseHealthCheck implements HealthCheck {

    private static final int SECONDS = 3;

    private final DataSource database;

    DatabaseHealthCheck() {
        this(null);
    }

    @Inject
    public DatabaseHealthCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
