package io.clearover.diagnosis;

import io.clearover.operation.Intent;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.PlatformException;
import io.clearover.vm.Disk;
import io.clearover.vm.MappedNetworks;
import io.clearover.vm.Vm;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is checked: a failover that somebody intends, and what is recorded of its VM.
 *
 * @param disks the VM's replicated disks, the one with the operating system first
 * @param facts the destination, asked when it is needed
 */
public record ProbeTarget(
        Intent intent, VmRecord recorded, List<Disk> disks, MappedNetworks networks, Supplier<DestinationFacts> facts) {

    /** The VM that it is about. */
    public Vm vm() {
        return intent.vm();
    }

    /** The destination; throws {@link PlatformException} if none is configured. */
    public DestinationFacts destination() {
        return facts.get();
    }

    /** Opens the destination now; if that fails, whoever asks it is told so. */
    static Supplier<DestinationFacts> opened(Supplier<DestinationFacts> survey) {
        try {
            DestinationFacts facts = survey.get();
            return () -> facts;
        } catch (PlatformException e) {
            return () -> {
                throw e;
            };
        }
    }
}
