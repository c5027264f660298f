package io.clearover.live;

import io.clearover.guard.AnswerGuard;
import io.clearover.web.JsonbProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes JSON documents of events. The guard sees here what non-admins get: events don't pass the interceptor that shows it
 * all other answers. Once for each event, however many listen. Thread-safe.
 */
@ApplicationScoped
public class EventSerializer {

    private static final Logger LOG = Logger.getLogger(EventSerializer.class.getName());

    private final AnswerGuard guard;

    EventSerializer() {
        this(null);
    }

    @Inject
    public EventSerializer(AnswerGuard guard) {
        this.guard = guard;
    }

    /** One line of JSON for each role; empty for a change that can't be told, which the log says. */
    Optional<RoleSpecific<String>> of(JobChange change) {
        try {
            return Optional.of(new RoleSpecific<>(
                    json(change.data().admins()),
                    guarded(change.event(), json(change.data().others()))));
        } catch (RuntimeException odd) {
            LOG.log(Level.WARNING, odd, () -> "the live feed can't tell a change of job " + change.jobId());
            return Optional.empty();
        }
    }

    /** Events that tell how something is now; they are no points to resume from. */
    List<LiveEvent> withoutIds(List<JobChange> state) {
        return state.stream()
                .flatMap(change ->
                        of(change).map(data -> new LiveEvent(null, change.event(), change.jobId(), data)).stream())
                .toList();
    }

    private static String json(Object data) {
        return new JsonbProvider().getContext(data.getClass()).toJson(data);
    }

    private String guarded(String event, String json) {
        AnswerGuard.Guarded guarded = guard.guard(json.getBytes(StandardCharsets.UTF_8));
        if (!guarded.replaced().isEmpty()) {
            LOG.warning(() -> "leak guard: event=%s fields=%s".formatted(event, String.join(",", guarded.replaced())));
        }
        return new String(guarded.json(), StandardCharsets.UTF_8);
    }
}
