package io.clearover.acceptance.support;

import static org.awaitility.Awaitility.await;

import io.clearover.quickstart.TestRun;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The nginx of this machine, in the foreground, with a configuration of the documentation whose ports are replaced. */
public final class Nginx implements AutoCloseable {

    private final int port = TestRun.freePort();
    private final Process process;

    /**
     * Starts it and waits until it listens.
     *
     * @param configuration with 8082 for the port to listen on, 9080 for Clearover's and 8083 for the appliance's
     * @param folder for its files
     */
    public Nginx(Path configuration, Path folder, String clearover, int appliance) throws IOException {
        Files.createDirectories(folder);
        String site = Files.readString(configuration)
                .replace("127.0.0.1:8082", "127.0.0.1:" + port)
                .replace("127.0.0.1:9080", "127.0.0.1:" + URI.create(clearover).getPort())
                .replace("127.0.0.1:8083", "127.0.0.1:" + appliance);
        Path file = folder.resolve("nginx.conf");
        Files.writeString(
                file,
                """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                %s
                }
                """
                        .formatted(site));
        File log = folder.resolve("nginx.log").toFile();
        process = new ProcessBuilder(
                        installed().orElseThrow().toString(),
                        "-e",
                        "stderr",
                        "-p",
                        folder.toString(),
                        "-c",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        await("nginx listens, see " + log).atMost(Duration.ofSeconds(20)).until(this::isListening);
    }

    /** Where it is; empty if it isn't installed. */
    public static Optional<Path> installed() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private boolean isListening() {
        if (!process.isAlive()) {
            throw new AssertionError("nginx has ended");
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
