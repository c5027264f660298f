package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationSettings;
import io.clearover.platform.PlatformException;
import io.clearover.platform.wire.Answer;
import io.clearover.platform.wire.JsonFields;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** Speaks CloudStack's API: signs a command, sends it, unwraps the answer, waits for the job that it may have started. */
final class CloudStackClient implements Commands {

    private final Supplier<DestinationSettings> destination;
    private final Transport transport;
    private final Patience patience;
    private final Clock clock;

    /** @param destination asked before each command, so that a changed address or key is used at once */
    CloudStackClient(Supplier<DestinationSettings> destination, Transport transport, Patience patience, Clock clock) {
        this.destination = destination;
        this.transport = transport;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public JsonFields call(String command, Map<String, String> arguments) {
        DestinationSettings settings = destination.get();
        SignedForm form = SignedForm.of(command, arguments, settings, clock.instant());
        Answer answer = transport.post(settings.apiUrl(), command, form);
        return CloudStackAnswer.read(command, answer, form.secrets());
    }

    /**
     * Sends a command that starts an asynchronous job, and waits for the job's end.
     *
     * @return the job's result
     */
    JsonFields run(String command, Map<String, String> arguments) {
        JsonFields started = call(command, arguments);
        if (!started.has("jobid")) {
            throw new PlatformException("CloudStack API answered %s without a job id".formatted(command));
        }
        return new AsyncJobs(this, patience).await(command, started.text("jobid"));
    }

    DestinationSettings settings() {
        return destination.get();
    }

    Patience patience() {
        return patience;
    }
}
