package io.clearover.lab.state;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The lab's state on disk: one JSON file, replaced as a whole, so that it is never half written. */
final class StateFile {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withFormatting(true));
    private final Path file;

    StateFile(Path folder) {
        try {
            this.file = Files.createDirectories(folder).resolve("lab-state.json");
        } catch (IOException e) {
            throw new UncheckedIOException("the lab's state folder " + folder, e);
        }
    }

    /** What was saved last; empty when nothing was yet. */
    Optional<State> load() {
        try {
            return Files.exists(file)
                    ? Optional.of(jsonb.fromJson(Files.readString(file), State.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the lab's state " + file, e);
        }
    }

    /** The state as the file holds it. */
    String text(State state) {
        return jsonb.toJson(state);
    }

    void save(String text) {
        Path next = file.resolveSibling("lab-state.json.next");
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the lab's state " + file, e);
        }
    }
}
