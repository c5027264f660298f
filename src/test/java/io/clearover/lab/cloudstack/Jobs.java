package io.clearover.lab.cloudstack;

import io.clearover.lab.fault.About;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.fault.Faults;
import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Timing;
import io.clearover.lab.state.Due;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.State;
import io.clearover.lab.watch.ActLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Asynchronous jobs: starts them, ends them when they are due, tells how they are. Used under the store's lock only. */
public final class Jobs implements Due {

    private static final int KEPT = 200;

    private final Timing timing;
    private final Faults faults;
    private final ActLog acts;
    /** Those that were let get stuck without a limit, by their ids; they are freed with their fault. */
    private final Map<String, ArmedFault> stuck = new HashMap<>();

    public Jobs(Timing timing, Faults faults, ActLog acts) {
        this.timing = timing;
        this.faults = faults;
        this.acts = acts;
    }

    /** Starts a job and gives the first answer. */
    Document start(Request request, AsyncCommand command) {
        About about = Subject.of(request.command(), request.parameters(), request.state());
        Work work = command.begin(request);
        Job job = new Job();
        job.id = UUID.randomUUID().toString();
        job.command = request.command();
        job.instanceType = work.instanceType();
        job.instanceId = work.instanceId();
        job.sourceVm = about.vm();
        job.arguments.putAll(work.arguments());
        job.createdAt = request.now().toEpochMilli();
        job.dueAt = job.createdAt + timing.time(work.sourceVm(), work.seconds()).toMillis();
        awaitSlow(request.state(), job);
        faults.take(about, FaultKind::inTheJob).ifPresent(fault -> doom(job, fault));
        request.state().jobs.add(job);
        forgetOld(request.state());
        return Document.of("id", work.created() ? work.instanceId() : null).with("jobid", job.id);
    }

    /** CloudStack does one thing at a time to the same VM or volume. */
    private static void awaitSlow(State state, Job job) {
        state.jobs.stream()
                .filter(other -> other.status == Job.RUNNING && isDoomed(other, FaultKind.SLOW_JOB))
                .filter(other -> job.instanceId.equals(other.instanceId))
                .forEach(other -> job.dueAt = Math.max(job.dueAt, other.dueAt + job.dueAt - job.createdAt));
    }

    private void doom(Job job, ArmedFault fault) {
        FaultKind kind = fault.fault().kind();
        job.fate = kind.text();
        if (kind == FaultKind.SLOW_JOB) {
            job.dueAt = job.createdAt + fault.fault().delay().toMillis();
        }
        if (kind == FaultKind.STUCK_JOB) {
            long delay = fault.fault().delay().toMillis();
            job.dueAt = delay > 0 ? job.createdAt + delay : Long.MAX_VALUE;
            stuck.put(job.id, fault);
        }
    }

    /** {@code queryAsyncJobResult}. */
    static Document query(Request request) {
        String id = request.required("jobid");
        Job job = request.state()
                .job(id)
                .filter(found -> !isDoomed(found, FaultKind.LOSE_JOB))
                .orElseThrow(() -> ApiError.unknownEntity(request.command(), "jobid", id));
        return Shapes.job(job);
    }

    /** {@code listAsyncJobs}: those that have not ended, and the one for whose sake volumes are held. */
    static Document list(Request request) {
        State state = request.state();
        Stream<Document> running = state.jobs.stream()
                .filter(job -> job.status == Job.RUNNING)
                .map(job -> pending(
                        job.id,
                        "org.apache.cloudstack.api.command.user." + job.command + "Cmd",
                        job.instanceType,
                        job.instanceId,
                        job.createdAt));
        Stream<Document> holding = state.volumes.stream()
                .filter(volume -> HeldVolumes.isHeld(state, volume))
                .map(volume -> pending(
                        UUID.nameUUIDFromBytes(("export of " + volume.id).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        "org.apache.cloudstack.api.command.user.volume.ExtractVolumeCmd",
                        "Volume",
                        volume.id,
                        volume.createdAt));
        return Lists.answer(request, "asyncjobs", Stream.concat(running, holding));
    }

    private static Document pending(String id, String command, String type, String thing, long createdAt) {
        return Document.of("accountid", Destination.DOMAIN_ID)
                .with("userid", Destination.DOMAIN_ID)
                .with("cmd", command)
                .with("jobstatus", Job.RUNNING)
                .with("jobprocstatus", 0)
                .with("jobresultcode", 0)
                .with("jobinstancetype", type)
                .with("jobinstanceid", thing)
                .with("created", Shapes.time(createdAt))
                .with("jobid", id);
    }

    @Override
    public boolean settle(State state, Instant now) {
        List<Job> due = state.jobs.stream()
                .filter(job -> job.status == Job.RUNNING && (job.dueAt <= now.toEpochMilli() || isFreed(job)))
                .sorted(Comparator.comparingLong(job -> job.dueAt))
                .toList();
        due.forEach(job -> end(state, job));
        return !due.isEmpty();
    }

    /** A stuck job outlives neither its fault nor the lab that knew it. */
    private boolean isFreed(Job job) {
        return isDoomed(job, FaultKind.STUCK_JOB)
                && (!stuck.containsKey(job.id) || stuck.get(job.id).isOver());
    }

    private void end(State state, Job job) {
        AsyncCommand command = Commands.ASYNC.get(job.command);
        try {
            meetFate(job);
            boolean done = command.isDone(state, job);
            String thing = command.thing(state, job);
            job.result = command.finish(state, job);
            job.status = Job.SUCCEEDED;
            if (!done) {
                acts.add(job.sourceVm, job.command, thing);
            }
        } catch (ApiError failure) {
            command.abandon(state, job);
            job.status = Job.FAILED;
            job.errorCode = failure.code();
            job.errorText = failure.getMessage();
        }
    }

    private void meetFate(Job job) {
        stuck.remove(job.id);
        if (isDoomed(job, FaultKind.FAIL_JOB)) {
            throw ApiError.failed("Failed to execute %s on %s %s due to an internal error"
                    .formatted(job.command, job.instanceType, job.instanceId));
        }
        if (isDoomed(job, FaultKind.STUCK_JOB)) {
            throw ApiError.failed("Job is cancelled as it has been blocking others for too long");
        }
    }

    private static boolean isDoomed(Job job, FaultKind kind) {
        return kind.text().equals(job.fate);
    }

    private static void forgetOld(State state) {
        while (state.jobs.size() > KEPT && state.jobs.get(0).status != Job.RUNNING) {
            state.jobs.remove(0);
        }
    }
}
