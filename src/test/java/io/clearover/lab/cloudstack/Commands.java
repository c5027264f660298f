package io.clearover.lab.cloudstack;

import java.util.Map;

/** The commands that the lab knows, by name. */
final class Commands {

    static final Map<String, Command> READING = Map.ofEntries(
            Map.entry("listZones", Catalogue::zones),
            Map.entry("listServiceOfferings", Catalogue::serviceOfferings),
            Map.entry("listDiskOfferings", Catalogue::diskOfferings),
            Map.entry("listTemplates", Catalogue::templates),
            Map.entry("listNetworks", Catalogue::networks),
            Map.entry("listCapacity", Resources::capacity),
            Map.entry("listHosts", Hosts::list),
            Map.entry("listAsyncJobs", Jobs::list),
            Map.entry("listResourceLimits", Resources::limits),
            Map.entry("listAccounts", Resources::accounts),
            Map.entry("listVirtualMachines", Lists::machines),
            Map.entry("listVolumes", Lists::volumes),
            Map.entry("listSnapshots", Lists::snapshots),
            Map.entry("queryAsyncJobResult", Jobs::query));

    static final Map<String, Command> WRITING = Map.of("deleteVolume", new DeleteVolume());

    static final Map<String, AsyncCommand> ASYNC = Map.ofEntries(
            Map.entry("createSnapshot", new CreateSnapshot()),
            Map.entry("revertSnapshot", new RevertSnapshot()),
            Map.entry("deleteSnapshot", new DeleteSnapshot()),
            Map.entry("deployVirtualMachine", new DeployMachine()),
            Map.entry("startVirtualMachine", new StartMachine()),
            Map.entry("stopVirtualMachine", new StopMachine()),
            Map.entry("destroyVirtualMachine", new DestroyMachine()),
            Map.entry("addNicToVirtualMachine", new AddNic()),
            Map.entry("attachVolume", new AttachVolume()),
            Map.entry("detachVolume", new DetachVolume()));

    private Commands() {}
}
