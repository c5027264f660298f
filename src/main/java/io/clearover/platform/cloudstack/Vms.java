package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.NewVm;
import io.clearover.platform.Nic;
import io.clearover.platform.PlatformException;
import io.clearover.platform.wire.JsonFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The destination's VMs. */
final class Vms {

    private final CloudStackClient client;

    Vms(CloudStackClient client) {
        this.client = client;
    }

    String create(NewVm vm) {
        JsonFields result = client.run("deployVirtualMachine", arguments(vm, client.settings()));
        String id = result.object("virtualmachine").text("id");
        if (id.isEmpty()) {
            throw new PlatformException(
                    "CloudStack deployVirtualMachine job for %s ended without a VM".formatted(vm.name()));
        }
        return id;
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

    /** CloudStack takes the name for a part of names. */
    Optional<DestinationVm> named(String name) {
        String exact = VmName.of(name);
        return list(Map.of("name", exact, "listall", "true")).stream()
                .filter(vm -> vm.name().equals(exact))
                .findFirst();
    }

    void addNic(String vmId, String networkId) {
        client.run("addNicToVirtualMachine", Map.of("virtualmachineid", vmId, "networkid", networkId));
    }

    void start(String vmId) {
        client.run("startVirtualMachine", Map.of("id", vmId));
    }

    void stop(String vmId, boolean forced) {
        client.run("stopVirtualMachine", Map.of("id", vmId, "forced", Boolean.toString(forced)));
    }

    void delete(String vmId) {
        client.run("destroyVirtualMachine", Map.of("id", vmId, "expunge", "true"));
    }

    private List<DestinationVm> list(Map<String, String> arguments) {
        return client.list("listVirtualMachines", "virtualmachine", arguments).stream()
                .map(Vms::vm)
                .toList();
    }

    private static DestinationVm vm(JsonFields fields) {
        List<Nic> nics = fields.objects("nic").stream()
                .map(nic -> new Nic(nic.text("id"), nic.text("networkid"), nic.is("isdefault")))
                .sorted(Comparator.comparing(Nic::primary).reversed())
                .toList();
        return new DestinationVm(fields.text("id"), fields.text("name"), fields.text("state"), nics);
    }
}
