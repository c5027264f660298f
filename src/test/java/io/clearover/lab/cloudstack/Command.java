package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;

/** A command that answers at once. */
interface Command {

    /** The answer under its name; may throw {@link ApiError}, and then must not have changed anything. */
    Document answer(Request request);
}
