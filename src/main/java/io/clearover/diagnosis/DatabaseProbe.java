package io.clearover.diagnosis;

import io.clearover.database.Database;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The database answers, and takes what is written. */
@ApplicationScoped
class DatabaseProbe implements Probe {

    private static final String WRITABLE = "SELECT @@GLOBAL.read_only AS read_only";

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.APPLIANCE,
            FaultObject.DATABASE,
            Condition.UNREACHABLE,
            Condition.TIMED_OUT,
            Condition.SIGN_IN_FAILED,
            Condition.WRONG_STATE,
            Condition.BUSY,
            Condition.FAILED_INSIDE);

    private final Database database;

    DatabaseProbe() {
        this(null);
    }

    @Inject
    public DatabaseProbe(Database database) {
        this.database = database;
    }

    /** A row of {@link #WRITABLE}. */
    public record Setting(int readOnly) {}

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.APPLIANCE;
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    /** A preflight has read it before. */
    @Override
    public boolean belongsToPreflight() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        boolean readOnly = database.first(WRITABLE, Map.of(), Setting.class)
                .filter(setting -> setting.readOnly() != 0)
                .isPresent();
        return readOnly ? Finding.of("read-only", "read_only is set") : Finding.of("answers");
    }
}
