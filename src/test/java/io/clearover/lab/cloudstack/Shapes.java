package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Nic;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the platform shows its things. */
final class Shapes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Shapes() {}

    static Document machine(Machine machine) {
        return Document.of("id", machine.id)
                .with("name", machine.name)
                .with("displayname", machine.displayName)
                .with("account", Destination.ACCOUNT)
                .with("domainid", Destination.DOMAIN_ID)
                .with("domain", Destination.DOMAIN)
                .with("created", time(machine.createdAt))
                .with("state", machine.state)
                .with("haenable", false)
                .with("zoneid", Destination.ZONE_ID)
                .with("zonename", Destination.ZONE_NAME)
                .with("templateid", Destination.TEMPLATE_ID)
                .with("serviceofferingid", Destination.SERVICE_OFFERING_ID)
                .with("cpunumber", machine.cpus)
                .with("cpuspeed", 2000)
                .with("memory", machine.memoryMb)
                .with("hypervisor", "KVM")
                .with("instancename", machine.instanceName())
                .with("hostname", machine.in("Running", "Stopping") ? "kvm-host-02" : null)
                .with("rootdeviceid", 0)
                .with("rootdevicetype", "ROOT")
                .with("nic", machine.nics.stream().map(Shapes::nic).toList());
    }

    private static Document nic(Nic nic) {
        Optional<LabNetwork> network = LabNetwork.ALL.stream()
                .filter(candidate -> candidate.id().equals(nic.networkId))
                .findFirst();
        return Document.of("id", nic.id)
                .with("networkid", nic.networkId)
                .with("networkname", network.map(LabNetwork::name).orElse(null))
                .with("netmask", "255.255.255.0")
                .with("gateway", network.map(found -> found.subnet() + ".1").orElse(null))
                .with("ipaddress", nic.ipAddress)
                .with("traffictype", "Guest")
                .with("type", "Isolated")
                .with("isdefault", nic.primary)
                .with("macaddress", nic.macAddress);
    }

    static Document volume(State state, Volume volume) {
        Optional<Machine> machine = Optional.ofNullable(volume.attachedTo).flatMap(state::machine);
        return Document.of("id", volume.id)
                .with("name", volume.name)
                .with("zoneid", Destination.ZONE_ID)
                .with("zonename", Destination.ZONE_NAME)
                .with("type", volume.type)
                .with("deviceid", volume.deviceId)
                .with("virtualmachineid", volume.attachedTo)
                .with("vmname", machine.map(found -> found.name).orElse(null))
                .with("vmdisplayname", machine.map(found -> found.displayName).orElse(null))
                .with("vmstate", machine.map(found -> found.state).orElse(null))
                .with("size", volume.bytes)
                .with("created", time(volume.createdAt))
                .with("state", volume.state)
                .with("account", Destination.ACCOUNT)
                .with("storagetype", "shared")
                .with("hypervisor", "KVM")
                .with("destroyed", false);
    }

    static Document snapshot(State state, Snapshot snapshot) {
        Optional<Volume> volume = state.volume(snapshot.volumeId);
        return Document.of("id", snapshot.id)
                .with("name", snapshot.name)
                .with("volumeid", snapshot.volumeId)
                .with("volumename", volume.map(found -> found.name).orElse(null))
                .with("volumetype", volume.map(found -> found.type).orElse(null))
                .with("account", Destination.ACCOUNT)
                .with("created", time(snapshot.createdAt))
                .with("intervaltype", "MANUAL")
                .with("snapshottype", "MANUAL")
                .with("revertable", true)
                .with("zoneid", Destination.ZONE_ID)
                .with("state", snapshot.state);
    }

    static Document job(Job job) {
        Map<String, Object> result = job.status == Job.FAILED
                ? Document.of("errorcode", job.errorCode).with("errortext", job.errorText)
                : job.result;
        return Document.of("accountid", Destination.DOMAIN_ID)
                .with("userid", Destination.DOMAIN_ID)
                .with("cmd", "org.apache.cloudstack.api.command.user." + job.command + "Cmd")
                .with("jobstatus", job.status)
                .with("jobprocstatus", 0)
                .with("jobresultcode", job.errorCode)
                .with("jobresulttype", result == null ? null : "object")
                .with("jobresult", result)
                .with("jobinstancetype", job.instanceType)
                .with("jobinstanceid", job.instanceId)
                .with("created", time(job.createdAt))
                .with("jobid", job.id);
    }

    static String time(long milliseconds) {
        return TIME.format(Instant.ofEpochMilli(milliseconds));
    }
}
