package io.clearover.failover.preflight;

import io.clearover.failover.Intent;
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
record PreflightTarget(
        Intent intent, VmRecord recorded, List<Disk> disks, MappedNetworks networks, Supplier<DestinationFacts> facts) {

    Vm vm() {
        return intent.vm();
    }

    /** @throws PlatformException if no destination is configured */
    DestinationFacts destination() {
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
