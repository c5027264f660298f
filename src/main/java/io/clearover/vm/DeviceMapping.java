package io.clearover.vm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where a volume is attached, a row of {@code device_mappings}. No two name the same device. */
@Entity
@Table(name = "device_mappings")
public class DeviceMapping {

    private static final String WITH_VM = "failover";
    private static final String WITH_APPLIANCE = "oma";

    @Id
    private String id;

    @Column(name = "volume_uuid", insertable = false, updatable = false)
    private String volumeId;

    @Column(name = "vm_id")
    private String vmId;

    @Column(name = "operation_mode")
    private String mode;

    @Column(name = "device_path")
    private String device;

    @Column(name = "cloudstack_device_id")
    private Integer applianceDeviceId;

    protected DeviceMapping() {}

    /** It is with a VM of the destination, and has no device at the appliance meanwhile. */
    void withVm(String vm) {
        vmId = vm;
        mode = WITH_VM;
        device = noDevice(volumeId);
    }

    /** It is back at the appliance, as this block device and at this position. */
    void withAppliance(String applianceVmId, String path, int deviceId) {
        vmId = applianceVmId;
        mode = WITH_APPLIANCE;
        device = path;
        applianceDeviceId = deviceId;
    }

    /** Its device is not known any more. */
    void withoutDevice() {
        device = noDevice(volumeId);
    }

    /** What stands for no device: the column takes no null, and no value twice. */
    static String noDevice(String volumeId) {
        return "remote-" + volumeId;
    }
}
