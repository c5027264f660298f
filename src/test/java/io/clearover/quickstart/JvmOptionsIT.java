package io.clearover.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server without memory ends, so that whoever watches it can start it again; it never lives on without some of its threads. */
class JvmOptionsIT {

    @Test
    void a_process_with_the_servers_options_ends_when_it_has_no_memory_left() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options());
        command.addAll(List.of("-Xmx32m", "-cp", System.getProperty("java.class.path"), Hog.class.getName()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(process.inputReader().lines()).doesNotContain("lived on");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private static List<String> options() throws IOException {
        Path file = Path.of(
                System.getProperty("clearover.basedir", ""), "target/liberty/wlp/usr/servers/clearover/jvm.options");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("-")).toList();
        }
    }

    /** Takes all memory in one thread and lives on in another. */
    static final class Hog {

        public static void main(String[] arguments) throws InterruptedException {
            Thread greedy = new Thread(() -> {
                List<byte[]> all = new ArrayList<>();
                while (true) {
                    all.add(new byte[1 << 20]);
                }
            });
            greedy.setUncaughtExceptionHandler((thread, outOfMemory) -> {});
            greedy.start();
            greedy.join();
            System.out.println("lived on");
        }
    }
}
