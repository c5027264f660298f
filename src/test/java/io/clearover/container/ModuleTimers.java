package io.clearover.container;

import jakarta.annotation.Resource;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerService;
import java.util.List;

/** Sees the timers of all beans of the WAR that the tests are deployed with. An EJB is a class of its own. */
@Singleton
public class ModuleTimers {

    @Resource
    private TimerService service;

    /** A timer, as far as it matters here. */
    public record Seen(String hour, String minute, boolean persistent) {

        static Seen of(Timer timer) {
            ScheduleExpression schedule = timer.getSchedule();
            return new Seen(schedule.getHour(), schedule.getMinute(), timer.isPersistent());
        }
    }

    /** All that are active by a schedule. */
    public List<Seen> scheduled() {
        return service.getAllTimers().stream()
                .filter(Timer::isCalendarTimer)
                .map(Seen::of)
                .toList();
    }

    /** How many others are active, and how many of all are kept. */
    public String others() {
        List<Timer> all = List.copyOf(service.getAllTimers());
        return "%d others, %d kept"
                .formatted(
                        all.stream().filter(timer -> !timer.isCalendarTimer()).count(),
                        all.stream().filter(Timer::isPersistent).count());
    }
}
