package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.JsonFields;
import java.util.Map;
import java.util.Optional;

/** Waits for CloudStack's asynchronous jobs. */
final class AsyncJobs {

    private static final long SUCCEEDED = 1;
    private static final long FAILED = 2;

    private final Commands commands;
    private final PollPolicy pollPolicy;

    AsyncJobs(Commands commands, PollPolicy pollPolicy) {
        this.commands = commands;
        this.pollPolicy = pollPolicy;
    }

    /**
     * @param command that started the job
     * @return the job's result
     * @throws UnansweredException when CloudStack does not tell, or knows no such job any more
     * @throws PlatformException when the job fails, or the limit has passed
     */
    JsonFields await(String command, String jobId) {
        return pollPolicy.await("CloudStack async job " + jobId + " (" + command + ")", () -> result(job(jobId)));
    }

    /** A refusal to tell of the job is no word on what became of it. */
    private JsonFields job(String jobId) {
        try {
            return commands.read("queryAsyncJobResult", Map.of("jobid", jobId));
        } catch (CloudStackError untold) {
            throw new UnansweredException(untold.getMessage());
        }
    }

    private static Optional<JsonFields> result(JsonFields job) {
        long status = job.whole("jobstatus", -1);
        if (status == FAILED) {
            throw new JobFailed(job);
        }
        return status == SUCCEEDED ? Optional.of(job.object("jobresult")) : Optional.empty();
    }

    /** The job ended, and not well. */
    private static final class JobFailed extends PlatformException {

        private static final long serialVersionUID = 1L;

        private final boolean busy;

        private JobFailed(JsonFields job) {
            super("CloudStack async job failed: %s (error code %d)".formatted(text(job), code(job)));
            this.busy = BusySigns.areIn(code(job), text(job));
        }

        @Override
        public boolean isBusy() {
            return busy;
        }

        private static String text(JsonFields job) {
            String text = job.object("jobresult").text("errortext");
            return text.isBlank() ? "no error text given" : text;
        }

        private static long code(JsonFields job) {
            return job.object("jobresult").whole("errorcode", job.whole("jobresultcode", 0));
        }
    }
}
