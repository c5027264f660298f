package io.clearover.lab.cloudstack;

import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One command with its parameters, and the state it is about.
 *
 * @param command    the command's name as it was sent
 * @param parameters decoded parameters
 * @param state      the state, which the command may change
 * @param now        the time of the request
 */
record Request(String command, Map<String, String> parameters, State state, Instant now) {

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> ApiError.missing(command, name));
    }

    /** A flag; the default when it is not given. */
    boolean flag(String name, boolean otherwise) {
        return optional(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw ApiError.malformed(command, name, value);
                })
                .orElse(otherwise);
    }

    Optional<Integer> number(String name) {
        return optional(name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException notANumber) {
                throw ApiError.malformed(command, name, value);
            }
        });
    }

    /** The VM that a parameter names; a refusal when there is none. */
    Machine machine(String parameter) {
        return entity(parameter, state::machine, "Unable to find a virtual machine with id ");
    }

    Volume volume(String parameter) {
        return entity(parameter, state::volume, "Unable to find a volume with id ");
    }

    Snapshot snapshot(String parameter) {
        return entity(parameter, state::snapshot, "Unable to find a snapshot with id ");
    }

    /** Refuses an id that never was; one of something deleted passes, as in the real platform. */
    void checkKnown(String parameter, String id, boolean exists) {
        if (!exists && !state.removed.contains(id)) {
            throw ApiError.unknownEntity(command, parameter, id);
        }
    }

    private <T> T entity(String parameter, Function<String, Optional<T>> find, String gone) {
        String id = required(parameter);
        Optional<T> found = find.apply(id);
        checkKnown(parameter, id, found.isPresent());
        return found.orElseThrow(() -> ApiError.invalid(gone + id));
    }
}
