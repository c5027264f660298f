package io.clearover.vm;

import io.clearover.job.ContextId;
import io.clearover.summary.LastOperation;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A protected VM, a row of {@code vm_replication_contexts}. The appliance's API and schedulers write the same row: this
 * maps what Clearover reads, and changes only {@code current_status}, {@code last_status_change} and
 * {@code last_operation_summary}.
 */
@Entity
@Table(name = "vm_replication_contexts")
public class VmContext {

    @Id
    @Column(name = "context_id")
    private String contextId;

    @Column(name = "vm_name", insertable = false, updatable = false)
    private String vmName;

    @Column(name = "vmware_vm_id", insertable = false, updatable = false)
    private String vmwareVmId;

    @Column(name = "vm_path", insertable = false, updatable = false)
    private String vmPath;

    @Column(name = "vcenter_host", insertable = false, updatable = false)
    private String vcenterHost;

    @Column(name = "datacenter", insertable = false, updatable = false)
    private String datacenter;

    @Column(name = "os_type", insertable = false, updatable = false)
    private String osType;

    @Column(name = "cpu_count", insertable = false, updatable = false)
    private Integer cpuCount;

    @Column(name = "memory_mb", insertable = false, updatable = false)
    private Integer memoryMb;

    @Column(name = "ossea_config_id", insertable = false, updatable = false)
    private Integer destinationId;

    @Column(name = "current_status")
    private VmStatus status;

    @Column(name = "last_status_change")
    private Instant lastStatusChange;

    @Column(name = "last_operation_summary")
    @Convert(converter = LastOperation.Column.class)
    private LastOperation lastOperation;

    protected VmContext() {}

    public ContextId id() {
        return new ContextId(contextId);
    }

    public String vmName() {
        return vmName;
    }

    public VmStatus status() {
        return status;
    }

    /** The VM as operations see it. */
    public Vm vm() {
        return Vm.of(
                id(), vmName, vmwareVmId, vmPath, vcenterHost, datacenter, osType, cpuCount, memoryMb, destinationId);
    }

    /** Moves the VM to a state; the time of the change is kept only when it is one. */
    public void moveTo(VmStatus next, Instant now) {
        if (next != status) {
            status = next;
            lastStatusChange = now;
        }
    }

    /** Null if there is none, or none that can be read. */
    public LastOperation lastOperation() {
        return lastOperation;
    }

    /** Keeps the summary of its last operation. */
    public void summarize(LastOperation summary) {
        lastOperation = summary;
    }
}
