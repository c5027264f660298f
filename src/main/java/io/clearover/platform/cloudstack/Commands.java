package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.http.JsonFields;
import java.util.List;
import java.util.Map;

/** Sends one command to CloudStack and gives back what is inside its answer. */
interface Commands {

    /**
     * Sends it once.
     *
     * @throws PlatformException when it is refused ({@link CloudStackError}), fails or cannot be reached
     */
    JsonFields call(String command, Map<String, String> arguments);

    /**
     * Sends a command that changes nothing, again and again until it is answered or the time for it is over.
     *
     * @throws PlatformException as {@link #call} does
     */
    JsonFields read(String command, Map<String, String> arguments);

    /**
     * Reads with a list command.
     *
     * @param item the name of the list in the answer
     * @return what was found; empty as well when an id among the arguments is unknown
     */
    default List<JsonFields> list(String command, String item, Map<String, String> arguments) {
        try {
            return read(command, arguments).objects(item);
        } catch (CloudStackError e) {
            if (e.saysUnknownId()) {
                return List.of();
            }
            throw e;
        }
    }
}
