package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.OpenTransaction;
import io.clearover.acceptance.support.TwoServers;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Acts;
import io.clearover.lab.watch.Look;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database: each job is one server's, and never lost when that server dies or falls asleep. */
class TwoServersIT {

    private static final String VM = "{\"vm_name\": \"%s\"}";
    private static final String TEST = "/api/v1/failover/test";

    private static TwoServers servers;
    private static Clearover first;

    private Lab lab;
    private Look before;

    @BeforeAll
    static void start() {
        servers = new TwoServers();
        first = servers.first();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @BeforeEach
    void reset() {
        servers.reset();
        lab = first.installation().lab();
        before = lab.look();
    }

    @Test
    void when_one_dies_the_other_takes_over_within_two_leases_and_goes_on_with_its_failover() {
        String job = held("web01", "createSnapshot", 0);

        first.installation().server().kill();
        long died = System.nanoTime();
        first.letGo();

        until("the other server owns the job", () -> owner(job).startsWith("clearover@second#"));
        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(TwoServers.LEASE.multipliedBy(2));
        assertThat(servers.endedAtSecond(job).getString("status")).isEqualTo("completed");
        assertThat(lab.look().of("web01").isFailedOver()).isTrue();
        assertThat(lab.acts().of("web01").repeated()).isEmpty();
    }

    @Test
    void while_both_live_each_job_keeps_its_owner() {
        lab.grow(2 * TwoServers.MOST_RUNNING);
        lab.seed(first.installation().dataSource());
        List<LabVm> vms = lab.grow(2 * TwoServers.MOST_RUNNING);
        Map<String, Set<String>> owners = new HashMap<>();
        for (int i = 0; i < vms.size(); i++) {
            Api api = i % 2 == 0 ? first.as("operator") : servers.second("operator");
            owners.put(start(api, vms.get(i).name()), new HashSet<>());
        }

        until("all have ended", () -> {
            owners.forEach((job, seen) -> seen.add(owner(job)));
            return first.number("SELECT COUNT(*) FROM job_tracking WHERE status IN ('pending', 'running')"
                            + " AND owner LIKE 'clearover@%'")
                    == 0;
        });

        assertThat(owners.values()).allSatisfy(seen -> assertThat(seen).hasSize(1));
        assertThat(new HashSet<>(owners.values())).hasSize(2);
        assertThat(first.texts("SELECT DISTINCT status FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .containsExactly("completed");
        assertThat(lab.acts().repeated()).isEmpty();
    }

    @Test
    void one_that_slept_past_its_lease_writes_and_does_nothing_more_for_a_failover_that_was_taken_over() {
        String job = held("web01", "createSnapshot", 0);

        first.installation().server().suspend();
        first.letGo();
        JsonObject ended = servers.endedAtSecond(job);
        String rows = rows(job);
        Acts acts = lab.acts();
        first.installation().server().resume();

        until("the sleeper notices", () -> hasGivenUp(job));
        assertThat(ended.getString("status")).isEqualTo("completed");
        assertThat(rows(job)).isEqualTo(rows);
        assertThat(lab.acts()).isEqualTo(acts);
        assertThat(lab.look().of("web01").isFailedOver()).isTrue();
        assertThat(servers.statusAtSecond(job)).isEqualTo(ended);
    }

    @Test
    void one_that_falls_asleep_while_it_has_its_job_s_row_locked_is_taken_over_like_any_other() throws SQLException {
        String job = held("web01", "createSnapshot", 0);

        suspendWhileItLocks(job);
        JsonObject ended = servers.endedAtSecond(job);
        first.installation().server().resume();

        assertThat(ended.getString("status")).isEqualTo("completed");
        until("the sleeper notices", () -> hasGivenUp(job));
    }

    @Test
    void of_two_starts_for_one_vm_on_different_servers_one_wins() {
        Stream.of("web01", "erp01", "db01", "legacy01").forEach(vm -> {
            CompletableFuture<Api.Answer> one =
                    CompletableFuture.supplyAsync(() -> first.as("operator").post(TEST, VM.formatted(vm)));
            CompletableFuture<Api.Answer> other = CompletableFuture.supplyAsync(
                    () -> servers.second("operator").post(TEST, VM.formatted(vm)));

            assertThat(Stream.of(one.join(), other.join()).map(Api.Answer::status))
                    .as(vm)
                    .containsExactlyInAnyOrder(202, 409);
        });
    }

    @Test
    void a_job_that_one_server_runs_is_cancelled_through_the_other() {
        ArmedFault fault = lab.faults()
                .add(Fault.of("createSnapshot", FaultKind.DELAY)
                        .forVm("web01")
                        .delay(TwoServers.HEARTBEAT.multipliedBy(4)));
        String job = first.startTestFailover("web01");
        Clearover.awaitHeld(fault);

        Api.Answer answer = servers.second("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(first.ended(job).getString("status")).isEqualTo("cancelled");
        assertThat(owner(job)).startsWith("clearover@first#");
        assertThat(before.difference(lab.look())).isEmpty();
    }

    @Test
    void a_job_that_waits_at_one_server_is_cancelled_at_once_through_the_other() {
        List<LabVm> vms = lab.grow(TwoServers.MOST_RUNNING + 1);
        lab.seed(first.installation().dataSource());
        List<ArmedFault> faults = new ArrayList<>();
        vms.forEach(vm -> faults.add(first.hold("createSnapshot", vm.name())));
        List<String> jobs =
                vms.stream().map(vm -> first.startTestFailover(vm.name())).toList();
        String waiting = jobs.get(jobs.size() - 1);
        until(
                "all others run",
                () -> faults.stream().filter(fault -> fault.fired() > 0).count() == jobs.size() - 1);

        servers.second("operator").post("/api/v1/failover/%s/cancel".formatted(waiting), "");

        assertThat(first.ended(waiting).getString("status")).isEqualTo("cancelled");
        assertThat(jobs.subList(0, jobs.size() - 1))
                .allSatisfy(job -> assertThat(first.status(job, "viewer").getString("status"))
                        .isEqualTo("running"));
    }

    @Test
    void one_that_was_taken_over_and_waits_is_undone_when_it_is_cancelled() {
        List<LabVm> vms = lab.grow(TwoServers.MOST_RUNNING);
        lab.seed(first.installation().dataSource());
        before = lab.look();
        String job = held("web01", "deployVirtualMachine", 0);
        List<ArmedFault> faults = new ArrayList<>();
        vms.forEach(vm -> faults.add(first.hold("createSnapshot", vm.name())));
        vms.forEach(vm -> start(servers.second("operator"), vm.name()));
        until("the second server is busy", () -> faults.stream().allMatch(fault -> fault.fired() > 0));
        first.installation().server().kill();
        until("the other server owns the job", () -> owner(job).startsWith("clearover@second#"));

        servers.second("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");
        first.letGo();

        JsonObject status = servers.endedAtSecond(job);
        assertThat(status.getString("status")).isEqualTo("cancelled");
        assertThat(lab.look().of("web01").orphans()).isEmpty();
        assertThat(before.of("web01").difference(lab.look().of("web01"))).isEmpty();
    }

    @Test
    void after_an_outage_of_the_database_one_does_not_take_the_other_for_dead_that_was_as_silent_as_itself() {
        String job = held("web01", "createSnapshot", 0);
        ArmedFault fault = first.hold("createSnapshot", "db01");
        String another = start(servers.second("operator"), "db01");
        Clearover.awaitHeld(fault);
        long missed = servers.secondPrinted("no sign of life");
        first.installation().stopDatabase();
        until(
                "it has been away for longer than a lease",
                () -> servers.secondPrinted("no sign of life") - missed
                        > TwoServers.LEASE.dividedBy(TwoServers.HEARTBEAT));
        first.installation().server().suspend();

        first.installation().startDatabase();
        awaitSignOfLife(another);
        awaitSignOfLife(another);
        String owner = owner(job);
        first.installation().server().resume();
        first.letGo();

        assertThat(owner).startsWith("clearover@first#");
        assertThat(first.ended(job).getString("status")).isEqualTo("completed");
    }

    /** A test failover at the first server that waits for the answer to a call that was carried out. */
    private String held(String vm, String call, int after) {
        ArmedFault fault = first.hold(call, vm, after);
        String job = first.startTestFailover(vm);
        Clearover.awaitHeld(fault);
        return job;
    }

    /**
     * Suspends the first server in the transaction in which a step of the job ends, which has locked the job and waits for the
     * step's row.
     */
    private static void suspendWhileItLocks(String job) throws SQLException {
        String unlocked =
                "SELECT COUNT(*) FROM (SELECT id FROM job_tracking WHERE id = '%s' FOR UPDATE SKIP LOCKED) free"
                        .formatted(job);
        String step = "UPDATE job_steps SET seq = seq + 100 WHERE job_id = '%s' AND status = 'running'".formatted(job);
        try (OpenTransaction other = new OpenTransaction(first, step)) {
            first.letGo();
            other.awaitWaiting();
            first.installation().server().suspend();
        }
        assertThat(first.number(unlocked)).as("free rows of the job").isZero();
    }

    private static String start(Api api, String vm) {
        Api.Answer answer = api.post(TEST, VM.formatted(vm));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().getString("job_id");
    }

    private static String owner(String job) {
        return first.text("SELECT owner FROM job_tracking WHERE id = '%s'".formatted(job));
    }

    /** Waits for the next of those that can be told apart, which have whole seconds. */
    private static void awaitSignOfLife(String job) {
        String query = "SELECT updated_at FROM job_tracking WHERE id = '%s'".formatted(job);
        String last = first.text(query);
        until("its server shows that it lives", () -> !first.text(query).equals(last));
    }

    /** All that is recorded of a job, as text. */
    private static String rows(String job) {
        return first.texts(
                        """
                        SELECT CONCAT_WS('|', status, percent_complete, error_message, completed_at, owner, updated_at)
                          FROM job_tracking WHERE id = '%1$s'
                        UNION ALL
                        SELECT CONCAT_WS('|', seq, name, status, started_at, completed_at, error_message, metadata)
                          FROM job_steps WHERE job_id = '%1$s'
                        """
                                .formatted(job))
                .toString();
    }

    /** Whether the thread of the first server that ran the job has ended. */
    private static boolean hasGivenUp(String job) {
        return first.installation()
                .server()
                .printed()
                .contains("job %s has ended, is gone, or is another".formatted(job));
    }

    private static void until(String what, BooleanSupplier condition) {
        await(what)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(condition::getAsBoolean);
    }
}
