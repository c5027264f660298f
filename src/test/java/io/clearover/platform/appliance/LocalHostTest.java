package io.clearover.platform.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.appliance.Exports;
import io.clearover.platform.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this machine tells of itself. */
class LocalHostTest {

    @TempDir
    Path folder;

    @Test
    void the_free_space_of_the_log_folder_is_told() {
        assertThat(host("localhost:1").freeSpace())
                .hasEntrySatisfying(folder.toString(), free -> assertThat(free).isPositive());
    }

    @Test
    void exports_are_known_only_where_somebody_said_where_they_are() {
        assertThat(host("localhost:1").knowsExports()).isTrue();
        assertThat(new LocalHost(Optional.empty(), Optional.empty()).knowsExports())
                .isFalse();
    }

    @Test
    void an_export_service_that_greets_answers_until_it_is_away() {
        Exports exports = new Exports();
        exports.open();
        LocalHost host = host(exports.address());

        assertThatNoException().isThrownBy(host::checkExports);

        exports.close();

        assertThatThrownBy(host::checkExports).isInstanceOf(PlatformException.class);
    }

    @Test
    void something_else_at_that_port_is_no_export_service() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread greeting = new Thread(() -> greet(other));
            greeting.start();

            assertThatThrownBy(host("localhost:" + other.getLocalPort())::checkExports)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("does not answer as one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "localhost:nbd", "localhost:99999999"})
    void what_is_no_address_is_told_as_such(String address) {
        assertThatThrownBy(host(address)::checkExports)
                .isInstanceOf(PlatformException.class)
                .hasMessage("clearover.appliance.exports is not host:port");
    }

    private LocalHost host(String exports) {
        return new LocalHost(Optional.of(exports), Optional.of(folder.toString()));
    }

    private static void greet(ServerSocket other) {
        try (var guest = other.accept()) {
            guest.getOutputStream().write("SSH-2.0-OpenSSH".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // nobody came
        }
    }
}
