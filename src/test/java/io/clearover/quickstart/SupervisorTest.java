package io.clearover.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private final List<String> said = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2025-10-03T12:00:00Z");
    private int pausesLeft = 1000;

    /** Ends so many times. */
    private final class Mortal implements Supervisor.Part {
        private int lives;
        private boolean running = true;
        private int starts;

        Mortal(int lives) {
            this.lives = lives;
        }

        @Override
        public String name() {
            return "The database";
        }

        @Override
        public boolean isRunning() {
            if (running && lives > 0) {
                lives--;
                running = false;
            }
            return running;
        }

        @Override
        public void startAgain() {
            running = true;
            starts++;
        }

        @Override
        public String log() {
            return "its.log";
        }
    }

    @Test
    void what_ends_is_started_again_after_a_pause_that_grows() throws Exception {
        Mortal part = new Mortal(3);

        supervisor(part).look();

        assertThat(part.starts).isEqualTo(3);
        assertThat(pauses.stream().filter(pause -> pause.toSeconds() > 1))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(said).contains("The database runs again.");
    }

    @Test
    void what_ends_again_and_again_is_given_up_with_one_line() {
        Mortal part = new Mortal(1000);

        assertThatThrownBy(() -> supervisor(part).look())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database has ended 5 times within 10 minutes and isn't started again; see its.log");
        assertThat(part.starts).isEqualTo(Supervisor.MOST_ENDS);
    }

    @Test
    void what_ends_once_in_a_while_is_started_for_ever() throws Exception {
        Mortal part = new Mortal(50);
        Supervisor supervisor = new Supervisor(
                List.of(part),
                clock(),
                pause -> {
                    now = now.plus(Duration.ofMinutes(3));
                    return pausesLeft-- > 0;
                },
                said::add);

        supervisor.look();

        assertThat(part.starts).isEqualTo(50);
    }

    @Test
    void nothing_is_started_while_all_is_stopped() throws Exception {
        Mortal part = new Mortal(1);
        pausesLeft = 1;

        supervisor(part).look();

        assertThat(part.starts).isZero();
        assertThat(said).isEmpty();
    }

    private Supervisor supervisor(Supervisor.Part part) {
        return new Supervisor(
                List.of(part),
                clock(),
                pause -> {
                    pauses.add(pause);
                    return pausesLeft-- > 0;
                },
                said::add);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
