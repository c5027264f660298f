package io.clearover.lab.cloudstack;

import io.clearover.lab.site.Behaviour;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;

/** The volumes that a long piece of work of the platform holds: they can be attached to nothing but the appliance. */
final class HeldVolumes {

    private HeldVolumes() {}

    static boolean isHeld(State state, Volume volume) {
        boolean second =
                Fleet.diskOf(volume.id).filter(disk -> disk.index() == 1).isPresent();
        boolean held = Fleet.behind(volume.sourceVm)
                .filter(vm -> vm.behaviour() == Behaviour.VOLUME_IN_USE)
                .isPresent();
        return second && held && !state.room.volumesReleased;
    }
}
