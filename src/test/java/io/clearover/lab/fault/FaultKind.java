package io.clearover.lab.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a call goes wrong. In JSON the names are in lower case with hyphens: {@code drop-after}. */
public enum FaultKind {
    /** An error as that service words it: CloudStack 530, source appliance 500, driver tool exit code 1. Nothing is done. */
    REFUSE(Place.WIRE),
    /** The service does not accept the credentials. Nothing is done. */
    REFUSE_401(Place.WIRE),
    /** It is done, and the answer comes only after the fault's delay. */
    DELAY(Place.WIRE),
    /** The call is accepted and never answered; nothing is done. When the faults are cleared its connection is closed. */
    HANG(Place.WIRE),
    /** The connection is closed without an answer; nothing is done. */
    DROP_BEFORE(Place.WIRE),
    /** It is done, then the connection is closed without an answer. */
    DROP_AFTER(Place.WIRE),
    /** Status 200 with a page of HTML; nothing is done. The driver tool: exit code 0 in the middle of its output. */
    RUBBISH(Place.WIRE),
    /** Status 503 with a proxy's page of HTML; nothing is done. */
    UNAVAILABLE(Place.WIRE),
    /** It is done, and the right answer comes in small pieces over the fault's delay. */
    SLOW_ANSWER(Place.WIRE),
    /** The asynchronous job is accepted and ends in failure; what it was to do is not done. */
    FAIL_JOB(Place.JOB),
    /** The asynchronous job is accepted and does its work, but nobody knows its id. */
    LOSE_JOB(Place.JOB),
    /** The asynchronous job does nothing; it fails after the fault's delay, without one when the faults are cleared. */
    STUCK_JOB(Place.JOB),
    /** The asynchronous job does its work, but only after the fault's delay. */
    SLOW_JOB(Place.JOB),
    /**
     * The guest takes the fault's delay to shut down, without one for ever. A power-off that is not forced answers failure if
     * its timeout is over before; the guest goes on with it all the same.
     */
    HANG_GUEST(Place.GUEST),
    /** The driver tool is killed half way: exit code 137, no last words, the disk half converted. */
    KILLED(Place.TOOL);

    private enum Place {
        WIRE,
        JOB,
        GUEST,
        TOOL
    }

    private final Place place;

    FaultKind(Place place) {
        this.place = place;
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static FaultKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault \"%s\"; there are %s"
                        .formatted(
                                text,
                                Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", ")))));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it befalls the exchange of a request and its answer. */
    public boolean onTheWire() {
        return place == Place.WIRE;
    }

    /** Whether it befalls an asynchronous job. */
    public boolean inTheJob() {
        return place == Place.JOB;
    }

    /** Whether it befalls the guest of a source VM. */
    public boolean inTheGuest() {
        return place == Place.GUEST;
    }
}
