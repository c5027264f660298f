package io.clearover.container;

import io.clearover.quickstart.DatabaseAccount;
import io.clearover.quickstart.Installation;
import io.clearover.quickstart.LibertyServer;
import io.clearover.quickstart.MariaDb;
import io.clearover.quickstart.TestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Prepares the server that Arquillian starts: its configuration, a free port, and a MariaDB of its own, unlike those of
 * JVMs that run tests beside this one. Only in runs that have in-container tests, before the first of them.
 */
public final class InContainerServer implements LauncherSessionListener, TestExecutionListener {

    private MariaDb database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (database == null && test.getSource().filter(this::isInContainer).isPresent()) {
            try {
                prepare(Path.of(System.getProperty("clearover.basedir", "")).toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isInContainer(TestSource source) {
        return source instanceof ClassSource test
                && test.getClassName().startsWith(getClass().getPackageName());
    }

    private void prepare(Path base) throws IOException {
        database = new MariaDb(TestRun.folder("in-container"), 0).hurried().start();
        database.dataSource(Installation.SCHEMA);
        DatabaseAccount account = database.account(Installation.SCHEMA);
        String name = "in-container-" + TestRun.name();
        System.setProperty("in-container.server", name);
        Path server = base.resolve("target/liberty/wlp/usr/servers").resolve(name);
        Files.createDirectories(server);
        Files.copy(
                base.resolve("src/test/liberty/in-container/server.xml"),
                server.resolve("server.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.write(server.resolve("jvm.options"), LibertyServer.hurriedOptions());
        Path users = server.resolve("configDropins/defaults/users.xml");
        Files.createDirectories(users.getParent());
        Files.copy(base.resolve("src/test/liberty/users.xml"), users, StandardCopyOption.REPLACE_EXISTING);
        int port = TestRun.freePort();
        System.setProperty("in-container.http.port", String.valueOf(port));
        Files.writeString(
                server.resolve("bootstrap.properties"),
                """
                http.port=%d
                database.url=jdbc:mysql://127.0.0.1:%d/%s
                database.user=%s
                database.password=%s
                """
                        .formatted(port, database.port(), Installation.SCHEMA, account.user(), account.password()));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }
}
