package io.clearover.lab.cloudstack;

import java.util.Map;

/**
 * What an asynchronous command has to do.
 *
 * @param instanceType what kind of thing it is about: VirtualMachine, Volume, Snapshot
 * @param instanceId   its id
 * @param created      whether the command makes that thing, so that its id is in the first answer already
 * @param sourceVm     name of the source VM it is done for, which decides how long it takes; null for none
 * @param seconds      how long it takes at pace 1, for a VM that is not slow
 * @param arguments    what must be remembered until it ends
 */
record Work(
        String instanceType,
        String instanceId,
        boolean created,
        String sourceVm,
        double seconds,
        Map<String, String> arguments) {

    static Work onMachine(String id, String sourceVm, double seconds, Map<String, String> arguments) {
        return new Work("VirtualMachine", id, false, sourceVm, seconds, arguments);
    }

    static Work onVolume(String id, String sourceVm, double seconds, Map<String, String> arguments) {
        return new Work("Volume", id, false, sourceVm, seconds, arguments);
    }

    static Work onSnapshot(String id, String sourceVm, double seconds) {
        return onSnapshot(id, sourceVm, seconds, Map.of());
    }

    static Work onSnapshot(String id, String sourceVm, double seconds, Map<String, String> arguments) {
        return new Work("Snapshot", id, false, sourceVm, seconds, arguments);
    }

    /** The same, but its thing is new. */
    Work creating() {
        return new Work(instanceType, instanceId, true, sourceVm, seconds, arguments);
    }
}
