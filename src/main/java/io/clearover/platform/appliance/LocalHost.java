package io.clearover.platform.appliance;

import io.clearover.platform.ApplianceHost;
import io.clearover.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The machine that this server runs on. Its export service speaks NBD: it greets whoever connects. */
@ApplicationScoped
public class LocalHost implements ApplianceHost {

    private static final String GREETING = "NBDMAGIC";
    private static final int LIMIT_MS = 3000;

    private final Optional<String> exports;
    private final List<Path> folders;

    /**
     * @param exports where the export service listens on this machine, as {@code host:port}; empty if nobody said
     * @param logDir where the driver tool's output is kept
     */
    @Inject
    public LocalHost(
            @ConfigProperty(name = "clearover.appliance.exports") Optional<String> exports,
            @ConfigProperty(name = "clearover.driver.log-dir") Optional<String> logDir) {
        this.exports = exports;
        this.folders = Stream.concat(
                        logDir.stream(),
                        Stream.of("server.logs.dir", "server.output.dir", "java.io.tmpdir")
                                .map(System::getProperty))
                .filter(folder -> folder != null && !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    /** For the client proxy. */
    protected LocalHost() {
        this(Optional.empty(), Optional.empty());
    }

    @Override
    public Map<String, Long> freeSpace() {
        Map<String, Long> free = new TreeMap<>();
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                free.put(folder.toString(), usable(folder));
            }
        }
        return free;
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new PlatformException("the free disk space of %s can't be read: %s".formatted(folder, e), e);
        }
    }

    @Override
    public boolean knowsExports() {
        return exports.isPresent();
    }

    @Override
    public void checkExports() {
        String address = exports.orElseThrow();
        try (Socket socket = new Socket()) {
            int colon = address.lastIndexOf(':');
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.setSoTimeout(LIMIT_MS);
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), LIMIT_MS);
            String said =
                    new String(socket.getInputStream().readNBytes(GREETING.length()), StandardCharsets.ISO_8859_1);
            if (!said.equals(GREETING)) {
                throw new PlatformException("the NBD server at %s does not answer as one".formatted(address));
            }
        } catch (IOException e) {
            throw new PlatformException("NBD server: dial tcp %s: %s".formatted(address, e.getMessage()), e);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new PlatformException("clearover.appliance.exports is not host:port");
        }
    }
}
