package io.clearover.schema;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The command of a packaged server for its database: says what it would do, does it, takes it back. Started by {@code
 * io.clearover.launcher}, outside of any server, with the same variables in its environment.
 */
public final class SchemaCommand {

    private static final String USAGE =
            """
            usage: java -jar clearover-schema.jar plan | up | down

              plan  compares the database with what Clearover expects, and says what a start would add, to tables of what
                    size, for how long, and which rights are missing; changes nothing
              up    adds it, as a start does
              down  takes away what was added to the appliance's tables; stop all servers before

            The database is the server's: DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD, and where they are set
            DATABASE_MIGRATION_USER and DATABASE_MIGRATION_PASSWORD.""";

    private static final String DEFAULT_URL = "jdbc:mysql://localhost:3306/migratekit_oma";
    private static final String DEFAULT_USER = "oma_user";

    /** Without a limit for one answer: an index of a large table takes minutes. */
    private static final String OPTIONS = "connectionTimeZone=%2B00:00&forceConnectionTimeZoneToSession=true"
            + "&connectionCollation=utf8mb4_general_ci&connectTimeout=5000&allowPublicKeyRetrieval=true";

    private final Map<String, String> environment;
    private final PrintStream out;

    private SchemaCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param arguments plan, up or down
     * @param environment where the database is
     * @param out what is said to people
     * @return the exit code: 0 if all is well, 1 if not, 2 if it was called wrongly
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        SchemaCommand command = new SchemaCommand(environment, out);
        try {
            return switch (arguments.size() == 1 ? arguments.get(0) : "") {
                case "plan" -> command.plan();
                case "up" -> command.up();
                case "down" -> command.down();
                default -> command.usage();
            };
        } catch (MigrationException failed) {
            out.println(failed.getMessage());
            return 1;
        }
    }

    private int usage() {
        out.println(USAGE);
        return 2;
    }

    private int plan() {
        SchemaPlan plan = migrations().plan();
        say("The database is as expected.", "The database differs from what is expected:", plan.differences());
        say(
                "Nothing is to be added.",
                "To be added:",
                plan.steps().stream()
                        .map(step -> step.said()
                                + (step.changeset().makesTable()
                                        ? ""
                                        : "\n    " + step.changeset().statement()))
                        .toList());
        List<String> missing = plan.steps().isEmpty() ? List.of() : plan.missingRights();
        say("The account of migrations may do that.", "The account of migrations lacks:", missing);
        List<String> toWork = missingToWork();
        say("The server's account may do its work.", "The server's account lacks:", toWork);
        return missing.isEmpty() && toWork.isEmpty() ? 0 : 1;
    }

    private void say(String none, String some, List<String> lines) {
        out.println(lines.isEmpty() ? none : some);
        lines.forEach(line -> out.println("  " + line));
    }

    private List<String> missingToWork() {
        try (Connection connection =
                database("DATABASE_USER", "DATABASE_PASSWORD").getConnection()) {
            return DatabaseRights.missingToWork(connection);
        } catch (SQLException e) {
            throw new MigrationException("The server's account cannot be looked at", e);
        }
    }

    private int up() {
        migrations().up();
        out.println("The database has all that Clearover needs.");
        return 0;
    }

    private int down() {
        migrations().removeAdditions();
        out.println("What Clearover had added is gone.");
        return 0;
    }

    private Migrations migrations() {
        boolean own = environment.containsKey("DATABASE_MIGRATION_USER");
        Consumer<String> log = out::println;
        return new Migrations(
                own
                        ? database("DATABASE_MIGRATION_USER", "DATABASE_MIGRATION_PASSWORD")
                        : database("DATABASE_USER", "DATABASE_PASSWORD"),
                log);
    }

    private DriverDataSource database(String user, String password) {
        return new DriverDataSource(
                environment.getOrDefault("DATABASE_URL", DEFAULT_URL) + "?" + OPTIONS,
                environment.getOrDefault(user, DEFAULT_USER),
                environment.getOrDefault(password, ""));
    }
}
