package io.clearover.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Knows the active destination: the first active row of {@code ossea_configs}. It is read afresh at each use, because the
 * appliance's other programs change it while we run.
 */
@ApplicationScoped
public class ActiveDestination {

    private static final String ACTIVE =
            """
            SELECT name, api_url, api_key, secret_key, zone, template_id, service_offering_id, oma_vm_id
            FROM ossea_configs WHERE is_active = 1 ORDER BY id LIMIT 1
            """;

    private final DataSource database;

    @Inject
    public ActiveDestination(DataSource database) {
        this.database = database;
    }

    /** For the client proxy. */
    protected ActiveDestination() {
        this.database = null;
    }

    /**
     * @throws UnansweredException when the database cannot be read, which may be better in a moment
     * @throws PlatformException when no destination is active
     */
    public DestinationSettings settings() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ACTIVE);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new PlatformException(
                        "no active destination is configured: add one in Settings (an active row in ossea_configs)");
            }
            return settings(row);
        } catch (SQLException e) {
            throw new UnansweredException(
                    "failed to read the active destination from ossea_configs: " + e.getMessage(), e);
        }
    }

    private static DestinationSettings settings(ResultSet row) throws SQLException {
        return new DestinationSettings(
                row.getString("name"),
                row.getString("api_url"),
                row.getString("api_key"),
                row.getString("secret_key"),
                row.getString("zone"),
                row.getString("template_id"),
                row.getString("service_offering_id"),
                row.getString("oma_vm_id"));
    }
}
