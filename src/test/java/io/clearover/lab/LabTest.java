package io.clearover.lab;

import static io.clearover.lab.RunningLab.newVm;
import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The lab as a whole: its state across restarts, its reset, its port. */
@Execution(ExecutionMode.CONCURRENT)
class LabTest {

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void a_restart_changes_nothing() throws Exception {
        lab.emptyVm("web01-test-1");
        lab.client().finished("createSnapshot", "volumeid", volumeId("web01", 0));
        JsonObject before = lab.client().get("/lab/state").body();

        lab.restart(RunningLab.PACE);

        assertThat(lab.client().get("/lab/state").body()).isEqualTo(before);
    }

    @Test
    void a_job_that_a_restart_overtook_ends_all_the_same() throws Exception {
        lab.restart(0.5);
        String job = lab.client()
                .command("deployVirtualMachine", newVm("web01-test-1"))
                .content()
                .getString("jobid");

        lab.restart(0.5);

        assertThat(lab.client().ended(job).getInt("jobstatus")).isEqualTo(1);
    }

    @Test
    void a_reset_puts_all_back_to_the_beginning() throws Exception {
        JsonObject beginning = lab.client().get("/lab/state").body();
        lab.emptyVm("web01-test-1");
        lab.client().finished("detachVolume", "id", volumeId("web01", 0));

        lab.client().post("/lab/reset", "");

        JsonObject after = lab.client().get("/lab/state").body();
        assertThat(after.getJsonArray("vms")).hasSameSizeAs(beginning.getJsonArray("vms"));
        assertThat(lab.volume(volumeId("web01", 0)).getInt("deviceId")).isEqualTo(1);
    }

    @Test
    void a_taken_port_is_told_at_once(@TempDir Path folder) {
        assertThatThrownBy(() -> new Lab(folder, lab.lab().port(), 1)).isInstanceOf(IOException.class);
    }
}
