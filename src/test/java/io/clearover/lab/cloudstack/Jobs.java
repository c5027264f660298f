package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Timing;
import io.clearover.lab.state.Due;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Asynchronous jobs: starts them, ends them when they are due, tells how they are. */
public final class Jobs implements Due {

    private static final int KEPT = 500;

    private final Timing timing;

    public Jobs(Timing timing) {
        this.timing = timing;
    }

    /** Starts a job and gives the first answer. */
    Document start(Request request, AsyncCommand command) {
        Work work = command.begin(request);
        Job job = new Job();
        job.id = UUID.randomUUID().toString();
        job.command = request.command();
        job.instanceType = work.instanceType();
        job.instanceId = work.instanceId();
        job.arguments.putAll(work.arguments());
        job.createdAt = request.now().toEpochMilli();
        job.dueAt = job.createdAt + timing.time(work.sourceVm(), work.seconds()).toMillis();
        request.state().jobs.add(job);
        forgetOld(request.state());
        return Document.of("id", work.created() ? work.instanceId() : null).with("jobid", job.id);
    }

    /** {@code queryAsyncJobResult}. */
    static Document query(Request request) {
        String id = request.required("jobid");
        Job job = request.state().job(id).orElseThrow(() -> ApiError.unknownEntity(request.command(), "jobid", id));
        return Shapes.job(job);
    }

    @Override
    public boolean settle(State state, Instant now) {
        List<Job> due = state.jobs.stream()
                .filter(job -> job.status == Job.RUNNING && job.dueAt <= now.toEpochMilli())
                .sorted(Comparator.comparingLong(job -> job.dueAt))
                .toList();
        due.forEach(job -> end(state, job));
        return !due.isEmpty();
    }

    private static void end(State state, Job job) {
        AsyncCommand command = Commands.ASYNC.get(job.command);
        try {
            job.result = command.finish(state, job);
            job.status = Job.SUCCEEDED;
        } catch (ApiError failure) {
            command.abandon(state, job);
            job.status = Job.FAILED;
            job.errorCode = failure.code();
            job.errorText = failure.getMessage();
        }
    }

    private static void forgetOld(State state) {
        while (state.jobs.size() > KEPT && state.jobs.get(0).status != Job.RUNNING) {
            state.jobs.remove(0);
        }
    }
}
