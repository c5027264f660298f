package io.clearover.container;

import io.clearover.quickstart.Installation;
import io.clearover.quickstart.MariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the server that Arquillian starts: its configuration, a free port, and a MariaDB of its own. Only in runs that
 * have in-container tests (system property {@code clearover.in-container}).
 */
public final class InContainerServer implements LauncherSessionListener {

    private MariaDb database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("clearover.in-container")) {
            try {
                prepare(Path.of(System.getProperty("clearover.basedir", "")).toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void prepare(Path base) throws IOException {
        database = new MariaDb(Files.createTempDirectory(base.resolve("target"), "in-container"), 0).start();
        database.dataSource(Installation.SCHEMA);
        Path server = base.resolve("target/liberty/wlp/usr/servers/in-container");
        Files.createDirectories(server);
        Files.copy(
                base.resolve("src/test/liberty/in-container/server.xml"),
                server.resolve("server.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        int port = freePort();
        System.setProperty("in-container.http.port", String.valueOf(port));
        Files.writeString(
                server.resolve("bootstrap.properties"),
                """
                http.port=%d
                database.url=jdbc:mysql://127.0.0.1:%d/%s
                database.user=%s
                database.password=%s
                """
                        .formatted(port, database.port(), Installation.SCHEMA, MariaDb.USER, MariaDb.PASSWORD));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }
}
