package io.clearover.lab.seed;

import io.clearover.lab.site.Behaviour;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.ChangeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents a VM's replications of the last two weeks: a full one, then increments every few hours, a few of them failed. */
final class History {

    private static final Duration SPAN = Duration.ofDays(14);
    private static final Duration OUTAGE = Duration.ofHours(21);
    private static final long MB = 1024L * 1024;
    private static final int LAST_CHANGE = 100;
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LabVm vm;
    private final Instant now;
    private final Random random;
    private final Duration interval;
    private int turn;

    History(LabVm vm, Instant now) {
        this.vm = vm;
        this.now = now;
        this.random = new Random(vm.name().hashCode());
        this.interval = Duration.ofHours(4 + 2L * random.nextInt(3));
        this.turn = Fleet.place(vm);
    }

    Duration interval() {
        return interval;
    }

    /** The replications, oldest first. */
    List<PastReplication> replications() {
        int place = Fleet.place(vm);
        Instant last = now.minus(Duration.ofMinutes(22 + 19L * place));
        int count = (int) SPAN.dividedBy(interval);
        List<PastReplication> past = new ArrayList<>();
        past.add(first(last.minus(interval.multipliedBy(count))));
        for (int back = count - 1; back >= 0; back--) {
            past.add(increment(last.minus(interval.multipliedBy(back)), back));
        }
        return withChangeIds(past);
    }

    private PastReplication first(Instant due) {
        long bytes = vm.disks().stream().mapToLong(LabDisk::bytes).sum() * 6 / 10;
        Duration duration = Duration.ofSeconds(bytes / (110 * MB));
        return new PastReplication(id(due), true, due, duration, bytes, null, null, null);
    }

    private PastReplication increment(Instant due, int back) {
        Instant startedAt = due.minusMillis(random.nextInt(240_000));
        String id = id(startedAt);
        Failure failure = failure(startedAt, back, id);
        long changed = (90 + random.nextInt(3200)) * MB;
        long bytes = failure == null || failure.progress() > 0 ? changed : 0;
        long seconds = failure == null ? 55 + bytes / (18 * MB) : 8 + random.nextInt(90);
        return new PastReplication(id, false, startedAt, Duration.ofSeconds(seconds), bytes, failure, null, null);
    }

    private Failure failure(Instant startedAt, int back, String id) {
        boolean legacy = vm.behaviour() == Behaviour.NO_CAPACITY;
        boolean unlucky = random.nextInt(100) < (legacy ? 14 : 4);
        if (vm.behaviour() == Behaviour.SITE_DOWN && startedAt.isAfter(now.minus(OUTAGE))) {
            return Failure.siteDown(vm);
        }
        if (!unlucky || back < 3) {
            return null;
        }
        return legacy ? Failure.quiescing() : Failure.usual(vm, id, startedAt, turn++);
    }

    /** Numbers the successful ones so that the last has the change id with which the lab begins. */
    private List<PastReplication> withChangeIds(List<PastReplication> past) {
        long successes = past.stream().filter(PastReplication::succeeded).count();
        int number = LAST_CHANGE - (int) successes;
        List<PastReplication> numbered = new ArrayList<>();
        for (PastReplication one : past) {
            String previous = one.full() ? null : ChangeId.of(vm.name(), number);
            String reached = one.succeeded() ? ChangeId.of(vm.name(), ++number) : null;
            numbered.add(new PastReplication(
                    one.id(),
                    one.full(),
                    one.startedAt(),
                    one.duration(),
                    one.totalBytes(),
                    one.failure(),
                    previous,
                    reached));
        }
        return numbered;
    }

    private String id(Instant startedAt) {
        return "job-%s-%06x".formatted(ID.format(startedAt), random.nextInt(1 << 24));
    }
}
