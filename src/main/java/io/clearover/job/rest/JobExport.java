package io.clearover.job.rest;

import io.clearover.guard.AnswerGuard;
import io.clearover.job.view.FleetJobs;
import io.clearover.job.view.RecentJob;
import io.clearover.web.JsonbProvider;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes all jobs of a list, a page at a time: no more than a page is in memory, and no connection to the database is held while
 * the client takes its time.
 */
final class JobExport {

    private static final Logger LOG = Logger.getLogger(JobExport.class.getName());

    private static final String BROKEN_OFF = "The export was broken off here: the database did not answer. Try again.";

    private final FleetJobs jobs;
    private final AnswerGuard guard;
    private final Jsonb jsonb = new JsonbProvider().getContext(RecentJob.class);

    /** @param guard looks at each line; null for admins */
    JobExport(FleetJobs jobs, AnswerGuard guard) {
        this.jobs = jobs;
        this.guard = guard;
    }

    /** How a job becomes a line. */
    interface Form {

        /** What stands before all lines; may be empty. */
        String head();

        /** A job's line, of its document. */
        String line(String json);

        /** The last line of what is not whole. */
        String brokenOff(String why);
    }

    /**
     * Writes them. What fails after the answer has begun can't be told by its status any more: the last line tells it then.
     *
     * @param first the first page, which has been read
     * @throws IOException if the client is gone
     */
    void write(FleetJobs.Wanted wanted, FleetJobs.Found first, Form form, OutputStream out) throws IOException {
        write(form.head(), out);
        FleetJobs.Found page = first;
        try {
            while (true) {
                for (RecentJob job : page.jobs()) {
                    write(form.line(document(job)), out);
                }
                out.flush();
                if (page.next() == null) {
                    return;
                }
                page = jobs.of(wanted.from(page.next()));
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "an export of jobs was broken off");
            write(form.brokenOff(BROKEN_OFF), out);
        }
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private String document(RecentJob job) {
        String json = jsonb.toJson(job);
        return guard == null
                ? json
                : new String(guard.guard(json.getBytes(StandardCharsets.UTF_8)).json(), StandardCharsets.UTF_8);
    }
}
