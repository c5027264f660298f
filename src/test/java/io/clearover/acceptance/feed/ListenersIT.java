package io.clearover.acceptance.feed;

import static io.clearover.acceptance.feed.FeedJobs.ALL;
import static io.clearover.acceptance.feed.FeedJobs.insertRunningJob;
import static io.clearover.acceptance.feed.FeedJobs.isAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What listeners to the live feed get while nothing happens, and what many of them cost. */
@WithClearover
class ListenersIT {

    private static final int LISTENERS = 500;

    /** As the tests' server is configured. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    @Test
    void listeners_get_signs_of_life(Clearover clearover) {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready()) {
            awaitSignsOfLife(listening);

            assertThat(listening.answer().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        }
    }

    @Test
    void listeners_get_signs_of_life_while_the_database_does_not_answer(Clearover clearover) throws SQLException {
        try (Listening listening = clearover.as("viewer").listen(ALL).ready();
                Connection connection = clearover.installation().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES job_tracking WRITE");

            awaitSignsOfLife(listening);

            statement.execute("UNLOCK TABLES");
        }
    }

    /** Three more than by now: one may be on its way. */
    private static void awaitSignsOfLife(Listening listening) {
        long before = signsOfLife(listening);
        await().atMost(Duration.ofSeconds(8)).until(() -> signsOfLife(listening) >= before + 3);
    }

    private static long signsOfLife(Listening listening) {
        return listening.comments().stream().filter("alive"::equals).count();
    }

    @Test
    void five_hundred_listeners_cost_one_statement_per_interval(Clearover clearover) throws SQLException {
        List<Listening> all = IntStream.range(0, LISTENERS)
                .mapToObj(i -> clearover.as("viewer").listen(ALL))
                .toList();
        try (Connection connection = clearover.installation().dataSource().getConnection()) {
            all.forEach(Listening::ready);
            long begun = System.nanoTime();
            long before = selects(connection);

            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            long statements = selects(connection) - before;
            long intervals = (System.nanoTime() - begun) / INTERVAL.toNanos();
            insertRunningJob(clearover, "for-all");
            all.forEach(listening -> listening.hears("the job", event -> isAbout(event, "for-all")));

            System.out.printf("%d listeners: %d statements in %d intervals%n", LISTENERS, statements, intervals);
            // the rest are the server's own signs of life, a few a second
            assertThat(statements).isBetween(intervals / 3, intervals + 15);
            assertThat(all).allMatch(listening -> listening.about("for-all").size() == 1);
            tooManyAreRefused(clearover);
        } finally {
            all.forEach(Listening::close);
        }
        awaitNobodyListens(clearover); // or those of the next test would be refused
    }

    private static void tooManyAreRefused(Clearover clearover) {
        List<Listening> more = IntStream.rangeClosed(0, Clearover.MOST_LISTENERS - LISTENERS)
                .mapToObj(i -> clearover.as("viewer").listen(ALL))
                .toList();
        try {
            Stream<Api.Answer> refused = more.stream().map(Listening::answer).filter(answer -> answer.status() != 200);
            assertThat(refused).isNotEmpty().allSatisfy(answer -> ProblemDocument.of(answer, 503));
        } finally {
            more.forEach(Listening::close);
        }
    }

    @Test
    void nobody_asks_the_database_while_nobody_listens(Clearover clearover) throws SQLException {
        clearover.as("viewer").listen(ALL).ready().close();

        awaitNobodyListens(clearover);
    }

    private static void awaitNobodyListens(Clearover clearover) throws SQLException {
        try (Connection connection = clearover.installation().dataSource().getConnection()) {
            await("all have gone")
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(INTERVAL.multipliedBy(10))
                    .until(() -> selects(connection), new Quiet());
        }
    }

    /** Whether there were but the server's own signs of life since the last look, and none of the feed's ten. */
    private static final class Quiet implements Predicate<Long> {

        private static final int SIGNS_OF_LIFE = 8;

        private long last = Long.MIN_VALUE / 2;

        @Override
        public boolean test(Long now) {
            boolean quiet = now - last < SIGNS_OF_LIFE;
            last = now;
            return quiet;
        }
    }

    private static long selects(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
            rows.next();
            return rows.getLong(2);
        }
    }
}
