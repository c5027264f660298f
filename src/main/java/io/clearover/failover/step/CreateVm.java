package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.job.FailoverJobs;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.DestinationVmName;
import io.clearover.operation.OperationStep;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.NewVm;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Creates the VM at the destination, stopped, on the network that the source VM's first is mapped to. */
@ApplicationScoped
public class CreateVm implements OperationStep<Failover> {

    private final DestinationPlatform platform;
    private final DestinationNetworks networks;
    private final FailoverJobs failovers;

    CreateVm() {
        this(null, null, null);
    }

    @Inject
    public CreateVm(DestinationPlatform platform, DestinationNetworks networks, FailoverJobs failovers) {
        this.platform = platform;
        this.networks = networks;
        this.failovers = failovers;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.CREATE_VM;
    }

    @Override
    public void run(Failover failover) {
        Vm vm = failover.vm();
        String network = networks.of(failover).get(0);
        String id = platform.createVm(
                new NewVm(failover.destinationVmName(), mark(failover), vm.cpuCount(), vm.memoryMb(), network));
        failover.created(id);
        failovers.noteVm(failover.jobId(), failover.externalJobId(), id);
    }

    /** By its mark: what is noted of it can be another program's. */
    @Override
    public boolean holds(Failover failover) {
        Optional<String> made = platform.vmNamed(failover.destinationVmName(), mark(failover))
                .filter(vm -> !vm.dead())
                .map(DestinationVm::id);
        made.ifPresent(failover::created);
        return made.isPresent();
    }

    private static String mark(Failover failover) {
        return DestinationVmName.marked(
                failover.destinationVmName(), failover.externalJobId().value());
    }
}
