package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.site.LabVm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More operations than the server runs at a time, and more than it lets wait. */
@WithClearover
class QueueIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String BODY = "{\"vm_name\": \"%s\"}";

    @Test
    void when_too_many_wait_a_start_is_refused_until_there_is_room(Clearover clearover) {
        List<LabVm> vms = vms(clearover, Clearover.MOST_OPERATIONS + Clearover.MOST_WAITING + 1);
        LabVm last = vms.get(vms.size() - 1);
        vms.subList(0, Clearover.MOST_OPERATIONS).forEach(vm -> clearover.hold("createSnapshot", vm.name()));
        List<String> jobs = vms.subList(0, vms.size() - 1).stream()
                .map(vm -> clearover.startTestFailover(vm.name()))
                .toList();

        Api.Answer refused = start(clearover, last);

        assertThat(ProblemDocument.of(refused, 503).getString("type")).isEqualTo("/problems/too-many-operations");
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isEqualTo(jobs.size());
        cancel(clearover, jobs.get(jobs.size() - 1));
        assertThat(start(clearover, last).status()).isEqualTo(202);
        jobs.subList(Clearover.MOST_OPERATIONS, jobs.size() - 1).forEach(job -> cancel(clearover, job));
    }

    private static List<LabVm> vms(Clearover clearover, int count) {
        Lab lab = clearover.installation().lab();
        List<LabVm> vms = lab.grow(count);
        lab.seed(clearover.installation().dataSource());
        return vms;
    }

    /** Each time with the same key, as a client does that tries again. */
    private static Api.Answer start(Clearover clearover, LabVm vm) {
        return clearover.as("operator").postWith("Idempotency-Key", "again and again", TEST, BODY.formatted(vm.name()));
    }

    private static void cancel(Clearover clearover, String job) {
        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/%s/cancel".formatted(job), "")
                        .status())
                .isEqualTo(202);
    }
}
