package io.clearover.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What JVMs that run tests beside each other must not share. Each has a name, {@code fork-1} and so on, in the system
 * property {@code clearover.fork}.
 */
public final class TestRun {

    private static final String FORK = System.getProperty("clearover.fork", "fork-1");

    /** Below those that the system gives to outgoing connections: one of these could take a stopped server's port. */
    private static final int FIRST_PORT = 12_000;

    private static final int PORTS = 5_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    private TestRun() {}

    /** What this JVM is called, unlike any other one of the run: {@code fork-1}. */
    public static String name() {
        return FORK;
    }

    /** A folder of this JVM's own below {@code target}. */
    public static Path folder(String name) {
        return Path.of(System.getProperty("clearover.basedir", ""), "target", FORK, name)
                .toAbsolutePath();
    }

    /** A port that is free now, and that neither this JVM nor another one of the run is given again. */
    public static int freePort() {
        int first = FIRST_PORT + (Integer.parseInt(FORK.substring(FORK.indexOf('-') + 1)) - 1) * PORTS;
        for (int tries = 0; tries < PORTS; tries++) {
            int port = first + NEXT.getAndIncrement() % PORTS;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port from %d to %d".formatted(first, first + PORTS));
    }
}
