package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.NewVm;
import io.clearover.platform.Nic;
import io.clearover.platform.PlatformException;
import io.clearover.platform.http.JsonFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The destination's VMs. */
final class CloudStackVms {

    private static final Set<String> PASSING = Set.of("Starting", "Stopping", "Migrating", "Expunging");

    private final CloudStackClient client;

    CloudStackVms(CloudStackClient client) {
        this.client = client;
    }

    /** The one that is there already, or a new one. */
    String create(NewVm vm) {
        return made(vm).orElseGet(() -> client.once("deployVirtualMachine", () -> deploy(vm), () -> made(vm)));
    }

    private Optional<String> made(NewVm vm) {
        return client.pollPolicy()
                .settled("work on CloudStack VM " + VmName.of(vm.name()), () -> own(vm), CloudStackVms::passing)
                .filter(there -> !there.dead())
                .map(DestinationVm::id);
    }

    private Optional<DestinationVm> own(NewVm vm) {
        return named(vm.name(), vm.displayName());
    }

    /** One that failed is in the way of its next try: it keeps the name. */
    private String deploy(NewVm vm) {
        requireFree(vm);
        own(vm).filter(DestinationVm::failed).ifPresent(failed -> delete(failed.id()));
        JsonFields result = client.run("deployVirtualMachine", arguments(vm, client.settings()));
        String id = result.object("virtualmachine").text("id");
        if (id.isEmpty()) {
            throw new PlatformException(
                    "CloudStack deployVirtualMachine job for %s ended without a VM".formatted(vm.name()));
        }
        return id;
    }

    /** CloudStack itself refuses a name only where it is taken in the same network. */
    private void requireFree(NewVm vm) {
        withName(vm.name())
                .filter(other -> !other.dead() && !other.displayName().equals(vm.displayName()))
                .findFirst()
                .ifPresent(other -> {
                    throw new PlatformException(
                            "a VM named \"%s\" already exists at the destination and is not this failover's: %s"
                                    .formatted(other.name(), other.id()));
                });
    }

    private Map<String, String> arguments(NewVm vm, DestinationSettings settings) {
        NameOrId ids = new NameOrId(client);
        Map<String, String> arguments = new HashMap<>();
        arguments.put("name", VmName.of(vm.name()));
        arguments.put("displayname", vm.displayName());
        arguments.put("zoneid", ids.zone(settings.zone()));
        arguments.put("serviceofferingid", ids.serviceOffering(settings.serviceOfferingId()));
        arguments.put("templateid", ids.template(settings.templateId()));
        arguments.put("networkids", vm.networkId());
        arguments.put("details[0].cpuNumber", Integer.toString(vm.cpuCount()));
        arguments.put("details[0].memory", Integer.toString(vm.memoryMb()));
        arguments.put("startvm", "false");
        return arguments;
    }

    Optional<DestinationVm> find(String vmId) {
        return list(Map.of("id", vmId, "listall", "true")).stream().findFirst();
    }

    /** One that lives counts before one that has been removed. */
    Optional<DestinationVm> named(String name) {
        return withName(name).min(Comparator.comparing(DestinationVm::dead));
    }

    Optional<DestinationVm> named(String name, String displayName) {
        return withName(name)
                .filter(vm -> vm.displayName().equals(displayName))
                .min(Comparator.comparing(DestinationVm::dead));
    }

    /** CloudStack takes the name for a part of names. */
    private Stream<DestinationVm> withName(String name) {
        String exact = VmName.of(name);
        return list(Map.of("name", exact, "listall", "true")).stream()
                .filter(vm -> vm.name().equals(exact));
    }

    void addNic(String vmId, String networkId) {
        client.once(
                "addNicToVirtualMachine",
                Map.of("virtualmachineid", vmId, "networkid", networkId),
                () -> settled(vmId).filter(vm -> vm.isIn(networkId)).isPresent());
    }

    void start(String vmId) {
        client.once("startVirtualMachine", Map.of("id", vmId), () -> settled(vmId)
                .filter(DestinationVm::running)
                .isPresent());
    }

    void stop(String vmId, boolean forced) {
        client.once("stopVirtualMachine", Map.of("id", vmId, "forced", Boolean.toString(forced)), () -> settled(vmId)
                .filter(DestinationVm::stopped)
                .isPresent());
    }

    void delete(String vmId) {
        client.once("destroyVirtualMachine", Map.of("id", vmId, "expunge", "true"), () -> settled(vmId)
                .isEmpty());
    }

    private Optional<DestinationVm> settled(String vmId) {
        return client.pollPolicy().settled("work on CloudStack VM " + vmId, () -> find(vmId), CloudStackVms::passing);
    }

    private static boolean passing(DestinationVm vm) {
        return PASSING.contains(vm.state());
    }

    private List<DestinationVm> list(Map<String, String> arguments) {
        return client.list("listVirtualMachines", "virtualmachine", arguments).stream()
                .map(CloudStackVms::vm)
                .toList();
    }

    private static DestinationVm vm(JsonFields fields) {
        List<Nic> nics = fields.objects("nic").stream()
                .map(nic -> new Nic(nic.text("id"), nic.text("networkid"), nic.is("isdefault")))
                .sorted(Comparator.comparing(Nic::primary).reversed())
                .toList();
        return new DestinationVm(
                fields.text("id"), fields.text("name"), fields.text("displayname"), fields.text("state"), nics);
    }
}
