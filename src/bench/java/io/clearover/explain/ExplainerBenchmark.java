package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepCatalogue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one explanation takes, for an error of usual length and for a megabyte of tool output. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExplainerBenchmark {
    private static final int MEGABYTE = 1024 * 1024;

    /** 300 characters, as the engine stores them. */
    private static final String TYPICAL =
            "VM creation phase failed: failed to create test VM: VM creation async job failed: CloudStack async job"
                    + " failed: Unable to create a deployment for VM instance {\"id\":412,\"instanceName\":"
                    + "\"i-2-412-VM\",\"type\":\"User\",\"uuid\":\"0d1f3b62-56a0-4f0e-9a55-3f2f0b9b1c77\"}: no suitable"
                    + " hosts found: insufficient capacity, code";

    private static final String TOOL_OUTPUT =
            "[   0.0] Setting up the source: -i disk /dev/vdb\nlibguestfs: trace: launch = 0\nguestfsd: => mount (0x1)"
                    + " took 0.05 secs\nvirt-v2v-in-place: warning: connection refused, trying again\n";
    private static final String HUGE = TOOL_OUTPUT.repeat(MEGABYTE / TOOL_OUTPUT.length())
            + "virt-v2v-in-place: error: could not find key to open LUKS encrypted /dev/sda3";

    private static final String UNKNOWN = "the quick brown fox jumps over the lazy dog ".repeat(7).substring(0, 300);

    private final List<FieldError> fieldErrors = FieldError.all();
    private int next;

    private final Catalogue catalogue = new Catalogue();
    private final Explainer explainer = new Explainer(catalogue, new StepCatalogue(catalogue));

    @Benchmark
    public Explanation typical() {
        return explainer.explain("vm-creation", OperationType.TEST_FAILOVER, TYPICAL);
    }

    /** One of the errors met in the field after the other. */
    @Benchmark
    public Explanation field() {
        next = (next + 1) % fieldErrors.size();
        FieldError error = fieldErrors.get(next);
        return explainer.explain(error.step(), null, error.error());
    }

    @Benchmark
    public Explanation unknown() {
        return explainer.explain("vm-creation", OperationType.TEST_FAILOVER, UNKNOWN);
    }

    @Benchmark
    public Explanation huge() {
        return explainer.explain("virtio-driver-injection", OperationType.TEST_FAILOVER, HUGE);
    }
}
