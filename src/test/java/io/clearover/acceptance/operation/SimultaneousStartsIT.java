package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starts that arrive at the same moment. */
@WithClearover
class SimultaneousStartsIT {

    private static final int STARTS = 8;
    private static final String TEST = "/api/v1/failover/test";
    private static final String ROLLBACK = "/api/v1/failover/rollback";
    private static final String WEB01 = "{\"vm_name\": \"web01\", \"perform_final_sync\": false}";

    private record Start(String path, String body) {}

    @Test
    void of_eight_starts_of_one_vm_one_wins(Clearover clearover) throws InterruptedException {
        List<Api.Answer> answers = atOnce(clearover, Collections.nCopies(STARTS, new Start(TEST, WEB01)));

        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(STARTS - 1);
        assertThat(jobs(clearover)).isEqualTo(1);
    }

    @Test
    void by_name_and_by_id_are_starts_of_the_same_vm(Clearover clearover) throws InterruptedException {
        Start byName = new Start(TEST, WEB01);
        Start byId = new Start(TEST, "{\"context_id\": \"ctx-web01-20250901-090000\", \"perform_final_sync\": false}");

        List<Api.Answer> answers = atOnce(clearover, List.of(byName, byId, byName, byId));

        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(jobs(clearover)).isEqualTo(1);
    }

    @Test
    void of_simultaneous_rollbacks_one_wins(Clearover clearover) throws InterruptedException {
        clearover.ended(clearover.start(TEST, "{\"vm_name\": \"web01\", \"perform_final_sync\": false}"));

        List<Api.Answer> answers =
                atOnce(clearover, Collections.nCopies(STARTS, new Start(ROLLBACK, "{\"vm_name\": \"web01\"}")));

        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(jobs(clearover)).isEqualTo(2);
    }

    @Test
    void different_vms_start_side_by_side(Clearover clearover) throws InterruptedException {
        List<Start> starts = List.of("web01", "db01", "app01", "far01", "legacy01").stream()
                .map(vm -> new Start(TEST, "{\"vm_name\": \"%s\"}".formatted(vm)))
                .toList();

        List<Api.Answer> answers = atOnce(clearover, starts);

        assertThat(answers).extracting(Api.Answer::status).containsOnly(202);
        assertThat(jobs(clearover)).isEqualTo(starts.size());
    }

    /** Names that begin alike, further than an id has room for; two of each, in different vCenters. */
    @Test
    void vms_of_equal_and_of_long_names_start_at_once_and_each_is_found_by_its_external_id(Clearover clearover)
            throws InterruptedException {
        List<String> contexts =
                IntStream.range(0, STARTS).mapToObj(i -> "ctx-alike-" + i).toList();
        for (int i = 0; i < STARTS; i++) {
            String name = "a-name-that-is-longer-than-an-external-id-has-room-for-" + i / 2;
            clearover.insertVm(contexts.get(i), name, "vcenter%d.example.com".formatted(i % 2), "ready_for_failover");
        }

        List<Api.Answer> answers = atOnce(
                clearover,
                contexts.stream()
                        .map(context -> new Start(
                                TEST, "{\"context_id\": \"%s\", \"perform_final_sync\": false}".formatted(context)))
                        .toList());

        assertThat(answers).extracting(Api.Answer::status).containsOnly(202);
        List<String> ids = answers.stream()
                .map(answer -> answer.json().getString("external_job_id"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(64));
        assertThat(ids)
                .extracting(id -> clearover.status(id, "viewer").getString("context_id"))
                .isEqualTo(contexts);
    }

    private static long jobs(Clearover clearover) {
        return clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'");
    }

    /** Sends all of them when all are ready to. */
    private static List<Api.Answer> atOnce(Clearover clearover, List<Start> starts) throws InterruptedException {
        CyclicBarrier ready = new CyclicBarrier(starts.size());
        ExecutorService threads = Executors.newFixedThreadPool(starts.size());
        try {
            List<Callable<Api.Answer>> calls = new ArrayList<>();
            for (Start start : starts) {
                calls.add(() -> {
                    ready.await(10, TimeUnit.SECONDS);
                    return clearover.as("operator").post(start.path(), start.body());
                });
            }
            return threads.invokeAll(calls).stream()
                    .map(SimultaneousStartsIT::answer)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Api.Answer answer(Future<Api.Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a start was not answered", e);
        }
    }
}
