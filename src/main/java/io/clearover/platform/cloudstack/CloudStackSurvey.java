package io.clearover.platform.cloudstack;

import io.clearover.platform.ActiveDestination;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationSurvey;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the facts of the destination when it is Apache CloudStack. The settings are read once for all facts. */
@ApplicationScoped
public class CloudStackSurvey implements DestinationSurvey {

    /** Facts wait for no job. */
    private static final PollPolicy NONE = new PollPolicy(Duration.ofSeconds(1), Duration.ZERO);

    private final Supplier<DestinationSettings> destination;
    private final Transport transport;
    private final CallRetry retry;

    @Inject
    public CloudStackSurvey(
            ActiveDestination destination,
            @ConfigProperty(name = "clearover.destination.connect-timeout", defaultValue = "PT5S")
                    Duration connectTimeout,
            @ConfigProperty(name = "clearover.destination.request-timeout", defaultValue = "PT30S")
                    Duration requestTimeout,
            CallRetry retry) {
        this(destination::settings, new Transport(new HttpExchange(connectTimeout), requestTimeout), retry);
    }

    CloudStackSurvey(Supplier<DestinationSettings> destination, Transport transport, CallRetry retry) {
        this.destination = destination;
        this.transport = transport;
        this.retry = retry;
    }

    /** For the client proxy. */
    protected CloudStackSurvey() {
        this(null, null, null);
    }

    @Override
    public DestinationFacts atOnce() {
        return facts(destination.get(), CallRetry.NONE);
    }

    @Override
    public DestinationFacts patiently() {
        return facts(retry.untilAnswered("the configured destination", destination), retry);
    }

    private DestinationFacts facts(DestinationSettings settings, CallRetry retry) {
        return new CloudStackFacts(
                new CloudStackClient(() -> settings, transport, NONE, retry, Clock.systemUTC()), settings);
    }
}
