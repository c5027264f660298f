package io.clearover.live;

import io.clearover.job.JobId;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.live.Listener.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Opens streams of the live feed. Thread-safe. */
@ApplicationScoped
public class EventStreams {

    private final LiveFeed feed;
    private final TrackedJobs jobs;
    private final JobSnapshots snapshots;
    private final EventSerializer serializer;

    EventStreams() {
        this(null, null, null, null);
    }

    @Inject
    public EventStreams(LiveFeed feed, TrackedJobs jobs, JobSnapshots snapshots, EventSerializer serializer) {
        this.feed = feed;
        this.jobs = jobs;
        this.snapshots = snapshots;
        this.serializer = serializer;
    }

    /**
     * All jobs: what is missing since an event, then what changes.
     *
     * @param lastEventId null, or unknown, to begin with what runs now
     * @throws io.clearover.web.ProblemException (429) if the user has too many listeners, (503) if there are too many
     */
    void openAll(StreamClient client, String lastEventId) {
        Listener listener = feed.listener(client, new Subscription(EventId.of(lastEventId), Optional.empty()));
        feed.join(listener, List.of());
        listener.comment("connected");
    }

    /**
     * One failover or rollback: how it is now, then what changes, until its end.
     *
     * @throws io.clearover.job.UnknownIdException if there is no such job
     * @throws io.clearover.web.ProblemException (429) if the user has too many
     *     listeners, (503) if there are too many
     */
    void openJob(StreamClient client, JobId id) {
        TrackedJob job = jobs.find(id).orElseThrow(JobId::notFound);
        JobSnapshot now = snapshots.of(job, jobs.queuePosition(job));
        Listener listener = feed.listener(client, new Subscription(Optional.empty(), Optional.of(now)));
        List<LiveEvent> state = serializer.withoutIds(now.state());
        if (now.hasEnded()) {
            listener.send(state);
            listener.end();
        } else {
            feed.join(listener, state);
        }
    }
}
