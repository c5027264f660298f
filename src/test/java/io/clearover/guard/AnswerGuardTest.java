package io.clearover.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Explainer;
import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.StepCatalogue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerGuardTest {

    private static final Catalogue CATALOGUE = new Catalogue();

    private final LeakGuard leaks = new LeakGuard();
    private final AnswerGuard guard =
            new AnswerGuard(leaks, new ReplacementTexts(new Explainer(CATALOGUE, new StepCatalogue(CATALOGUE))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":null,\"b\":[1,true,[]]}",
                "{\"error_message\":\"Driver injection failed - compatibility tool error\"}",
                "{\"vm_name\":\"vdb.example.com\",\"job_id\":\"6f1c7a2e-3c5e-4a3e-9d38-0c0f5a6f1b11\"}",
                "{\"name\":\"qemu\",\"roles\":[\"viewer\"]}",
                "{\"data\":[{\"name\":\"OSSEA-L2\",\"display_text\":\"VLAN of kvm03.example.com\"}]}",
                "{\"vm_path\":\"/DC1/vm/web01\",\"disks\":[{\"display_name\":\"vdb.example.com\"}]}",
                "{\"vms\":[{\"vcenter_host\":\"vc1.example.com\",\"os_type\":\"sda1\"}]}",
                "{\"vm_name\":\"vdb.example.com\",\"message\":\"Test Failover of vdb.example.com started\"}",
                "{\"type\":\"/problems/job-not-found\",\"instance\":\"/api/v1/failover/nbd0/status\","
                        + "\"detail\":\"No job has this id. A VM's jobs are at /api/v1/vm-contexts/{context_id}/recent-jobs.\"}",
                "{\"detail\":\"Its status is at /api/v1/failover/6f1c7a2e-3c5e-4a3e-9d38-0c0f5a6f1b11/status.\"}",
                "{\"detail\":\"The field skip_virtio is wrong: must be true or false\","
                        + "\"errors\":[{\"field\":\"skip_virtio\",\"message\":\"must be true or false\"}]}",
            })
    void an_answer_that_leaks_nothing_leaves_as_it_is(String json) {
        byte[] said = json.getBytes(StandardCharsets.UTF_8);

        AnswerGuard.Guarded guarded = guard.guard(said);

        assertThat(guarded.json()).isSameAs(said).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
        assertThat(guarded.replaced()).isEmpty();
        assertThat(leaks.fired()).isZero();
    }

    @Test
    void a_text_that_leaks_gives_way_to_the_generic_answer_of_its_field() {
        String answered = guarded(
                """
                {"vm":{"vm_name":"web01","error_message":"attach /dev/vdc failed","error_reason":"kvm03:8443 is down",
                 "actionable_steps":["Call 10.0.0.1.","Wait."],"display_name":"virt-v2v run"}}""");

        assertThat(answered)
                .isEqualTo("{\"vm\":{\"vm_name\":\"web01\",\"error_message\":\"Operation failed\",\"error_reason\":"
                        + "\"The operation stopped with an unexpected error.\",\"actionable_steps\":"
                        + "[\"Ask your administrator to read the technical details of this operation.\",\"Wait.\"],"
                        + "\"display_name\":\"This text can't be shown. Ask your administrator.\"}}");
        assertThat(leaks.fired()).isEqualTo(4);
    }

    @Test
    void it_says_which_fields_were_replaced() {
        AnswerGuard.Guarded guarded =
                guard.guard("{\"jobs\":[{\"steps\":[{\"name\":\"virtio-injection\"}]},{\"display_name\":\"nbd\"}]}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(guarded.replaced()).containsExactly("jobs.display_name", "jobs.steps.name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"vm_name\":\"dev\",\"error_message\":\"/dev/vdc is busy\"}",
                "{\"vm_name\":\"v\",\"error_message\":\"/dev/vdc is busy\"}",
                "{\"errors\":[{\"field\":\"at\"}],\"detail\":\"at 10.0.0.1 on vdc\"}",
                "{\"detail\":\"GET /api/v1/vm/4205a841/power-state\"}",
                "{\"detail\":\"http://10.0.0.1/api/v1/failover/x/status\"}",
                "{\"vm\":{\"name\":\"virtio-injection\"}}",
                "{\"job_ids\":[{\"a_id\":\"x\"},\"qemu-img\"]}",
                "[\"qemu-img\"]",
                "\"qemu-img\"",
            })
    void data_excuses_nothing_but_itself(String json) {
        guarded(json);

        assertThat(leaks.fired()).isPositive();
    }

    private String guarded(String json) {
        return new String(guard.guard(json.getBytes(StandardCharsets.UTF_8)).json(), StandardCharsets.UTF_8);
    }
}
