package io.clearover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between the folders of the page's modules. */
class PageRoomsTest {

    private static final Path APP = Path.of(System.getProperty("clearover.basedir", ""), "src/main/webapp/app");

    /** From the foundations up: a module imports from its own room and from those above it in this list. */
    private static final List<String> ROOMS = List.of(
            "", // the library and the icons
            "page", // what elements are made of, knowing nothing of VMs
            "web", // the server's API
            "words", // how jobs are called, wherever they are shown
            "session",
            "explain",
            "failover",
            "rollback",
            "job",
            "vm",
            "shell"); // what frames it all

    private static final Path ENTRY = APP.resolve("main.js");

    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export)\\b[^;'\"]*?['\"](\\.[^'\"]+)['\"]");

    /** One module that imports another. */
    private record Import(Path from, Path of) {

        boolean runsDown() {
            return room(of) >= 0 && room(of) <= room(from);
        }

        private static int room(Path module) {
            return module.equals(ENTRY)
                    ? ROOMS.size()
                    : ROOMS.indexOf(APP.relativize(module.getParent()).toString());
        }
    }

    @Test
    void imports_run_one_way_through_the_rooms() throws IOException {
        assertThat(imports()).hasSizeGreaterThan(100).allMatch(Import::runsDown);
    }

    @Test
    void what_is_imported_is_there() throws IOException {
        assertThat(imports()).extracting(Import::of).allMatch(Files::isRegularFile);
    }

    private static List<Import> imports() throws IOException {
        List<Import> imports = new ArrayList<>();
        try (Stream<Path> files = Files.walk(APP)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> imports.add(new Import(
                                file, file.resolveSibling(found.group(1)).normalize())));
            }
        }
        return imports;
    }
}
