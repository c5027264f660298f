package io.clearover.lab.site;

import java.util.List;

/**
 * A VM of the source site.
 *
 * @param name       its name
 * @param vmwareId   its UUID in VMware
 * @param vcenter    host of its vCenter
 * @param osType     the guest's type as VMware names it
 * @param os         the guest as people name it
 * @param cpus       virtual processors
 * @param memoryMb   memory in MiB
 * @param networked  whether the appliance has network mappings for it
 * @param behaviour  how the data centre treats it
 * @param disks      its disks, system disk first
 * @param nics       its network cards
 */
public record LabVm(
        String name,
        String vmwareId,
        String vcenter,
        String osType,
        String os,
        int cpus,
        int memoryMb,
        boolean networked,
        Behaviour behaviour,
        List<LabDisk> disks,
        List<LabNic> nics) {

    /** The appliance's id for it. */
    public String contextId() {
        return "ctx-%s-20250901-090000".formatted(name);
    }

    public String datacenter() {
        return Fleet.FAR_VCENTER.equals(vcenter) ? "DC-Far" : "DC1";
    }

    public String path() {
        return "/%s/vm/%s".formatted(datacenter(), name);
    }

    public boolean windows() {
        return osType.startsWith("windows");
    }
}
