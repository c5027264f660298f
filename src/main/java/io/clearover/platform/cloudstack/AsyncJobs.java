package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.wire.JsonFields;
import java.util.Map;
import java.util.Optional;

/** Waits for CloudStack's asynchronous jobs. */
final class AsyncJobs {

    /** So many looks in a row may get lost on the way, as when CloudStack or a proxy restarts, while the job goes on. */
    private static final int LOST_LOOKS_ALLOWED = 5;

    private static final long SUCCEEDED = 1;
    private static final long FAILED = 2;

    private final Commands commands;
    private final Patience patience;

    AsyncJobs(Commands commands, Patience patience) {
        this.commands = commands;
        this.patience = patience;
    }

    /**
     * @param command that started the job
     * @return the job's result
     * @throws PlatformException when the job fails, CloudStack cannot tell, or the limit has passed
     */
    JsonFields await(String command, String jobId) {
        Watch watch = new Watch(jobId);
        return patience.await("CloudStack async job " + jobId + " (" + command + ")", watch::look);
    }

    /** One job being waited for. */
    private final class Watch {

        private final String jobId;
        private int lostLooks;

        private Watch(String jobId) {
            this.jobId = jobId;
        }

        private Optional<JsonFields> look() {
            try {
                JsonFields job = commands.call("queryAsyncJobResult", Map.of("jobid", jobId));
                lostLooks = 0;
                return result(job);
            } catch (CloudStackError | JobFailed e) {
                throw e;
            } catch (PlatformException e) {
                if (++lostLooks > LOST_LOOKS_ALLOWED || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                return Optional.empty();
            }
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

        private JobFailed(JsonFields job) {
            super("CloudStack async job failed: %s (error code %d)".formatted(text(job), code(job)));
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
