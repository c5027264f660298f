package io.clearover.lab.driver;

import io.clearover.lab.fault.About;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.fault.Faults;
import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Store;
import io.clearover.lab.state.Volume;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** {@code POST /lab/driver?device=&job=}: lets the driver tool's stand-in know what it is to do, and does it. */
public final class DriverApi implements Api {

    /** The faults that the tool can have. */
    public static final Set<FaultKind> FAULTS =
            Set.of(FaultKind.REFUSE, FaultKind.DELAY, FaultKind.HANG, FaultKind.RUBBISH, FaultKind.KILLED);

    private final Store store;
    private final Conversion conversion;
    private final Faults faults;
    private final Consumer<About> calls;

    /** @param calls is told of every run of the tool before it begins, or not */
    public DriverApi(Store store, Conversion conversion, Faults faults, Consumer<About> calls) {
        this.store = store;
        this.conversion = conversion;
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    public void answer(Call call) throws IOException {
        Map<String, String> parameters = call.parameters();
        String device = parameters.getOrDefault("device", "");
        String job = parameters.getOrDefault("job", "");
        About about = new About(Set.of("driver"), store.read(state -> vm(state, device)));
        calls.accept(about);
        Optional<ArmedFault> fault = faults.take(about, FAULTS::contains);
        if (fault.isPresent()) {
            befall(call, fault.get(), device, job);
        } else {
            call.text(200, run(device, job).text());
        }
    }

    private void befall(Call call, ArmedFault fault, String device, String job) throws IOException {
        switch (fault.fault().kind()) {
            case REFUSE -> call.text(200, ToolRun.refused().text());
            case KILLED -> call.text(200, brokenOff(ToolRun.KILLED, device, job).text());
            case RUBBISH -> call.text(200, brokenOff(0, device, job).text());
            case DELAY -> {
                fault.delay();
                call.text(200, run(device, job).text());
            }
            default -> {
                fault.awaitEnd();
                call.drop();
            }
        }
    }

    private ToolRun run(String device, String job) {
        return store.change(state -> conversion.run(state, device, job));
    }

    private ToolRun brokenOff(int exitCode, String device, String job) {
        return store.change(state -> conversion.breakOff(state, device, job, exitCode));
    }

    private static String vm(State state, String device) {
        return Conversion.at(state, device).map(Volume::vmName).orElse(null);
    }
}
