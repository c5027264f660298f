package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The server of these tests lives in the zone of the Chatham Islands, 12:45 hours off UTC or more; nothing must show it. */
@WithClearover
class TimesIT {

    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Test
    void the_server_runs_in_another_zone_than_the_database(Clearover clearover) {
        assertThat(clearover.installation().server().printed()).contains("-Duser.timezone=Pacific/Chatham");
    }

    @Test
    void a_job_starts_and_ends_now(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("app01"));

        assertThat(instant(job, "started_at")).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(instant(job, "completed_at"))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES))
                .isAfterOrEqualTo(instant(job, "started_at"));
    }

    @Test
    void a_jobs_duration_is_from_its_start_to_its_end(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("web01"));

        Duration duration = Duration.between(instant(job, "started_at"), instant(job, "completed_at"));
        assertThat(job.getInt("duration_seconds")).isEqualTo((int) duration.toSeconds());
    }

    @Test
    void steps_lie_within_their_job(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("app01"));

        JsonObject step = job.getJsonArray("steps").getJsonObject(0);
        assertThat(instant(step, "started_at"))
                .isBetween(
                        instant(job, "started_at"), instant(job, "completed_at").plusSeconds(1));
        assertThat(instant(step, "completed_at")).isAfterOrEqualTo(instant(step, "started_at"));
    }

    @Test
    void the_database_holds_the_same_times_in_utc(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("app01"));

        String row = "FROM job_tracking WHERE id = '%s'".formatted(job.getString("job_id"));
        assertThat(utc(clearover, "started_at", row)).isEqualTo(instant(job, "started_at"));
        assertThat(utc(clearover, "completed_at", row)).isEqualTo(instant(job, "completed_at"));
    }

    @Test
    void a_steps_datetime_is_written_in_utc(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("app01"));

        String started = clearover.text(
                "SELECT DATE_FORMAT(started_at, '%%Y-%%m-%%d %%H:%%i:%%s') FROM job_steps WHERE job_id = '%s' AND seq = 1"
                        .formatted(job.getString("job_id")));
        assertThat(LocalDateTime.parse(started, COLUMN).toInstant(ZoneOffset.UTC))
                .isEqualTo(instant(job.getJsonArray("steps").getJsonObject(0), "started_at")
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void the_last_operation_is_told_in_utc(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("app01"));

        String timestamp = clearover.vm("app01").getJsonObject("last_operation").getString("timestamp");
        assertThat(timestamp).endsWith("Z");
        assertThat(Instant.parse(timestamp)).isCloseTo(instant(job, "completed_at"), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void the_appliances_own_times_are_read_in_utc(Clearover clearover) {
        JsonObject newest = clearover.recentJobs("web01").getJsonArray("jobs").getJsonObject(0);

        String created = clearover.text(
                "SELECT DATE_FORMAT(MAX(started_at), '%%Y-%%m-%%d %%H:%%i:%%s') FROM replication_jobs WHERE vm_context_id = '%s'"
                        .formatted(clearover.contextId("web01")));
        assertThat(instant(newest, "started_at").truncatedTo(ChronoUnit.SECONDS))
                .isEqualTo(LocalDateTime.parse(created, COLUMN).toInstant(ZoneOffset.UTC));
    }

    private static Instant instant(JsonObject object, String field) {
        return Instant.parse(object.getString(field));
    }

    /** A TIMESTAMP as seconds since 1970, which no session's zone changes. */
    private static Instant utc(Clearover clearover, String column, String row) {
        return Instant.ofEpochSecond(
                (long) Double.parseDouble(clearover.text("SELECT UNIX_TIMESTAMP(%s) %s".formatted(column, row))));
    }
}
