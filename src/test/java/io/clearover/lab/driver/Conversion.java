package io.clearover.lab.driver;

import io.clearover.lab.site.Behaviour;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.site.Timing;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import io.clearover.lab.watch.ActLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the driver tool meets on a disk of the appliance, and what it leaves there, also when it fails half way. */
public final class Conversion {

    private static final double SECONDS = 2;

    private final Timing timing;
    private final ActLog acts;

    public Conversion(Timing timing, ActLog acts) {
        this.timing = timing;
        this.acts = acts;
    }

    /** Writes on the disk behind a block device of the appliance; says what the tool is to report. */
    public ToolRun run(State state, String device, String job) {
        Optional<Volume> attached = at(state, device);
        Optional<LabDisk> disk = attached.flatMap(volume -> Fleet.diskOf(volume.id));
        if (disk.isEmpty()) {
            return new ToolRun(1, Duration.ZERO, List.of("ERROR: " + device + " is not a block device"));
        }
        LabVm vm = Fleet.named(disk.get().vmName()).orElseThrow();
        ToolOutput output = new ToolOutput(device, job, vm);
        Duration duration = timing.time(vm.name(), SECONDS);
        if (disk.get().index() > 0) {
            return new ToolRun(1, duration, output.ofDataDisk());
        }
        boolean fails = vm.behaviour() == Behaviour.DRIVERS_FAIL;
        Volume volume = attached.get();
        volume.content += fails ? ", half converted" : ", converted";
        volume.converted = !fails;
        acts.add(vm.name(), "driver", volume.id);
        return new ToolRun(fails ? 1 : 0, duration, fails ? output.ofFailure() : output.ofSuccess());
    }

    /** The same, but it ends half way with this exit code; the disk is left half converted. */
    ToolRun breakOff(State state, String device, String job, int exitCode) {
        Optional<Volume> volume = at(state, device);
        String before = volume.map(found -> found.content).orElse("");
        ToolRun whole = run(state, device, job);
        volume.filter(found -> !found.content.equals(before)).ifPresent(written -> {
            written.content = before + ", half converted";
            written.converted = false;
        });
        return whole.firstHalf(exitCode);
    }

    /** The volume behind a block device of the appliance. */
    static Optional<Volume> at(State state, String device) {
        return state.volumes.stream()
                .filter(volume -> device.equals(volume.device))
                .findFirst();
    }
}
