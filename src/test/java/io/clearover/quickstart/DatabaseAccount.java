package io.clearover.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * An account of the database, for connections from this machine.
 *
 * @param password made by chance, and kept in a file that only its owner reads
 */
public record DatabaseAccount(String user, String password) {

    /**
     * What the server needs in the appliance's schema: the first four for its work, the others for migrations and their way
     * back. Its locks between servers need none. MySQL also wants REFERENCES for foreign keys; MariaDB doesn't.
     */
    static final List<String> RIGHTS =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "INDEX", "DROP");

    /** The account of that name, whose password is in that folder, now or from now on. */
    static DatabaseAccount in(Path folder, String user) throws IOException {
        Path file = folder.resolve(user + ".password");
        if (!Files.exists(file)) {
            byte[] chance = new byte[24];
            new SecureRandom().nextBytes(chance);
            OwnerOnly.file(file, HexFormat.of().formatHex(chance));
        }
        return new DatabaseAccount(user, Files.readString(file).strip());
    }

    private String name() {
        return "'%s'@'127.0.0.1'".formatted(user);
    }

    private List<String> exists() {
        return List.of(
                "CREATE USER IF NOT EXISTS " + name(),
                "ALTER USER " + name() + " IDENTIFIED BY '" + password + "'",
                "REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + name());
    }

    /** Statements that let it do everything. */
    List<String> forEverything() {
        return with(exists(), "GRANT ALL ON *.* TO " + name() + " WITH GRANT OPTION");
    }

    /** Statements that let it do this in a schema, and nothing elsewhere. */
    List<String> forSchema(String schema, List<String> rights) {
        return with(
                exists(),
                // an underscore stands for any character there
                "GRANT %s ON `%s`.* TO %s".formatted(String.join(", ", rights), schema.replace("_", "\\_"), name()));
    }

    private static List<String> with(List<String> first, String last) {
        return Stream.concat(first.stream(), Stream.of(last)).toList();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
