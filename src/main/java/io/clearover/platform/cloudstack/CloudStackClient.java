package io.clearover.platform.cloudstack;

import io.clearover.platform.CallPermit;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.Answer;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.JsonFields;
import io.clearover.platform.http.VerifiedRetry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Speaks CloudStack's API: signs a command, sends it, unwraps the answer, waits for the job that it may have started. */
final class CloudStackClient implements Commands {

    private static final String CLOUDSTACK = "CloudStack ";

    private final Supplier<DestinationSettings> destination;
    private final Transport transport;
    private final PollPolicy pollPolicy;
    private final CallRetry retry;
    private final VerifiedRetry changes;
    private final Clock clock;

    CloudStackClient(
            Supplier<DestinationSettings> destination,
            Transport transport,
            PollPolicy pollPolicy,
            CallRetry retry,
            Clock clock) {
        this(destination, transport, pollPolicy, retry, CallPermit.ALWAYS, clock);
    }

    /**
     * @param destination asked before each command, so that a changed address or key is used at once
     * @param permit told before each change, and asked before each try of one that was refused for the moment
     */
    CloudStackClient(
            Supplier<DestinationSettings> destination,
            Transport transport,
            PollPolicy pollPolicy,
            CallRetry retry,
            CallPermit permit,
            Clock clock) {
        this.destination = destination;
        this.transport = transport;
        this.pollPolicy = pollPolicy;
        this.retry = retry;
        this.changes = new VerifiedRetry(retry, permit);
        this.clock = clock;
    }

    @Override
    public JsonFields call(String command, Map<String, String> arguments) {
        DestinationSettings settings = destination.get();
        SignedForm form = SignedForm.of(command, arguments, settings, clock.instant());
        Answer answer = transport.post(settings.apiUrl(), command, form);
        return CloudStackAnswer.read(command, answer, form.secrets());
    }

    @Override
    public JsonFields read(String command, Map<String, String> arguments) {
        return retry.untilAnswered(CLOUDSTACK + command, () -> told(command, arguments));
    }

    /** Who is too busy to tell has not answered yet. */
    private JsonFields told(String command, Map<String, String> arguments) {
        try {
            return call(command, arguments);
        } catch (CloudStackError refusal) {
            throw refusal.isBusy() ? new UnansweredException(refusal.getMessage()) : refusal;
        }
    }

    /**
     * Sends a command that starts an asynchronous job, once, and waits for the job's end.
     *
     * @return the job's result
     */
    JsonFields run(String command, Map<String, String> arguments) {
        JsonFields started = call(command, arguments);
        if (!started.has("jobid")) {
            throw new UnansweredException("CloudStack API answered %s without a job id".formatted(command));
        }
        return new AsyncJobs(this, pollPolicy).await(command, started.text("jobid"));
    }

    /** Makes a change once, though its answer may get lost; see {@link VerifiedRetry}. */
    <T> T once(String command, Supplier<T> act, Supplier<Optional<T>> look) {
        return changes.once(CLOUDSTACK + command, act, look);
    }

    /** Runs a command with an asynchronous job once, though an answer may get lost. */
    void once(String command, Map<String, String> arguments, BooleanSupplier done) {
        changes.once(CLOUDSTACK + command, () -> run(command, arguments), done);
    }

    /** The destination as it is configured now. */
    DestinationSettings settings() {
        return retry.untilAnswered("the configured destination", destination);
    }

    PollPolicy pollPolicy() {
        return pollPolicy;
    }
}
