package io.clearover.quickstart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code mvn -Prun}: starts a whole installation in the foreground and stops all of it with Ctrl-C. A database or a server
 * that ends by itself is started again. What hinders it is said in one line.
 *
 * <p>System properties: {@code data} (folder, kept between runs; default {@code target/data}), {@code port} (9080),
 * {@code db.port} (9306), {@code lab.port} (9085).
 */
public final class Quickstart {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private static final CountDownLatch STOPPING = new CountDownLatch(1);

    private Quickstart() {}

    /** Returns never: it ends with the process. */
    public static void main(String[] arguments) throws InterruptedException {
        quiet();
        Path base = Path.of(System.getProperty("clearover.basedir", "")).toAbsolutePath();
        try {
            Installation installation = new Installation(settings(base));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(installation), "stop everything"));
            say("Starting MariaDB, the lab and the server …");
            installation.start();
            welcome(installation, base);
            lookAfter(installation);
        } catch (IllegalStateException hindered) {
            say("Clearover can't start: " + hindered.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void lookAfter(Installation installation) throws InterruptedException {
        try {
            new Supervisor(
                            List.of(new Database(installation), new Server(installation)),
                            Clock.systemUTC(),
                            pause -> !STOPPING.await(pause.toMillis(), TimeUnit.MILLISECONDS),
                            Quickstart::say)
                    .look();
        } catch (IllegalStateException hopeless) {
            say("Clearover stops: " + hopeless.getMessage());
            System.exit(1);
        }
    }

    private record Database(Installation installation) implements Supervisor.Part {

        @Override
        public String name() {
            return "The database";
        }

        @Override
        public boolean isRunning() {
            return installation.database().isRunning();
        }

        @Override
        public void startAgain() {
            installation.restartDatabase();
        }

        @Override
        public String log() {
            return installation.database().log().toString();
        }
    }

    private record Server(Installation installation) implements Supervisor.Part {

        @Override
        public String name() {
            return "The server";
        }

        @Override
        public boolean isRunning() {
            return installation.isRunning();
        }

        @Override
        public void startAgain() {
            installation.startServer();
        }

        @Override
        public String log() {
            return installation.server().console().toString();
        }
    }

    private static Installation.Settings settings(Path base) {
        Path data = dataFolder(base);
        int http = freePort("port", 9080);
        int lab = freePort("lab.port", 9085);
        int database = freePort("db.port", 9306);
        return new Installation.Settings(base.resolve("target"), data, http, database, lab, 1.0, Map.of());
    }

    private static Path dataFolder(Path base) {
        Path data = base.resolve(System.getProperty("data", "target/data")).normalize();
        try {
            OwnerOnly.ofAllData(data);
        } catch (IOException e) {
            throw new IllegalStateException("the data folder %s can't be made (%s). Choose another with -Ddata=DIR."
                    .formatted(data, e.getClass().getSimpleName()));
        }
        if (!Files.isWritable(data)) {
            throw new IllegalStateException(
                    "the data folder %s can't be written. Choose another with -Ddata=DIR.".formatted(data));
        }
        return data;
    }

    private static int freePort(String property, int otherwise) {
        String said = System.getProperty(property, String.valueOf(otherwise));
        if (!said.matches("\\d{1,5}") || Integer.parseInt(said) < 1 || Integer.parseInt(said) > 65_535) {
            throw new IllegalStateException(
                    "-D%s=%s is no port: give a number from 1 to 65535.".formatted(property, said));
        }
        try (ServerSocket probe = new ServerSocket(Integer.parseInt(said))) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "port %s is taken. Stop the program that listens there, or choose another with -D%s=PORT."
                            .formatted(said, property));
        }
    }

    private static void welcome(Installation installation, Path base) {
        Path data = dataFolder(base);
        say(
                """

                  Clearover is ready:  %1$s

                  Sign in as           viewer, operator or admin (the password is the name)
                  Try                  a test failover of web01 (works) and of pgtest1 (fails, and says why)
                  The API              %1$s/openapi/ui
                  Data and logs        %2$s

                  Ctrl-C stops all of it; the data stay for the next start.
                """
                        .formatted(installation.url(), data));
    }

    private static void stop(Installation installation) {
        STOPPING.countDown();
        boolean running = installation.isRunning();
        installation.close();
        if (running) {
            say("Stopped.");
        }
    }

    private static void quiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    /** Past Maven's own stream, which is closed before the last lines are said. */
    private static void say(String line) {
        OUT.println(line);
    }
}
