package io.clearover.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The container's resources, as beans that constructors can ask for. */
@ApplicationScoped
public class ContainerResources {

    @Resource(lookup = "jdbc/clearover")
    private DataSource dataSource;

    /** The appliance's database; its sessions run in UTC. Takes part in the caller's transaction. */
    @Produces
    public DataSource dataSource() {
        return dataSource;
    }

    /** Plain SQL into records, on the same connections and in the same transactions as JPA. */
    @Produces
    @ApplicationScoped
    public Database database() {
        return new Database(Jdbi.create(dataSource));
    }

    @Produces
    public Clock clock() {
        return Clock.systemUTC();
    }
}
