package io.clearover.explain;

import static io.clearover.explain.Fixtures.explain;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of the appliance's own code, as they are stored, each with the cause an expert would name. */
class ContractErrorsTest {
    @ParameterizedTest(name = "{2} at {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            validation | validation phase failed: VM ctx-erp-20250901-091500 not found or inaccessible: record not found | vm-not-registered
            validation | Network mapping validation failed: [[Unmapped networks: [VM Network VLAN 20]]] | no-network-mapping
            source-vm-power-off | source VM power-off phase failed: failed to power off source VM: SNA power-off request failed: Post "http://localhost:9081/api/v1/vm/4205a841-0265-f4bd-39a6-39fd92196f53/power-off": dial tcp [::1]:9081: connect: connection refused | source-unreachable
            source-vm-power-off | source VM power-off phase failed: failed to power off source VM: VM graceful shutdown timeout: VM still poweredOn after 2m0s | source-vm-did-not-stop
            source-vm-power-off | failed to retrieve VMware credentials from database: record not found. Please ensure VMware credentials are configured in GUI (Settings → VMware Credentials) | source-credentials-missing
            source-vm-power-on | failed to check source VM power state: SNA power-state request failed: Get "http://localhost:9081/api/v1/vm/4205a841/power-state?password=Secr3t%21&username=administrator%40vsphere.local&vcenter=vc1.example.com": context deadline exceeded (Client.Timeout exceeded while awaiting headers) | source-unreachable
            final-sync | final sync phase failed: final sync failed: final sync timeout after 30 minutes | final-sync-too-slow
            final-sync | final sync phase failed: failed to start final sync: replication API returned status 500: {"error":"Failed to allocate NBD port","timestamp":"2025-10-03T14:22:00Z"} | server-overloaded
            final-sync | final sync phase failed: final sync failed: final sync VM discovery failed: SNA discovery API returned status 500: Failed to discover VMs: ServerFaultCode: Cannot complete login due to an incorrect user name or password. | source-credentials-wrong
            multi-volume-snapshot-creation | multi-volume snapshot creation phase failed: failed to create multi-volume snapshots: failed to create any snapshots for VM context ctx-db01-20250901-101500 | snapshot-service-error
            multi-volume-snapshot-creation | failed to create CloudStack volume snapshot for 6f1c7a2e-3c5e-4a3e-9d38-0c0f5a6f1b11: CloudStack API error 431 (CSExceptionErrorCode: 4350): Snapshot could not be taken: there is other active snapshot tasks on the instance to which the volume is attached | snapshot-busy
            virtio-driver-injection | VirtIO injection phase failed: VirtIO driver injection failed: failed to inject VirtIO drivers: exit status 1 | unrecognized
            virtio-driver-injection | VirtIO driver injection failed: failed to get device path for volume 6f1c7a2e: volume device request failed with status 404 | device-missing
            virtio-driver-injection | VirtIO driver injection failed: VirtIO injection skipped - VM is not Windows (os_type: ubuntu64Guest) | not-windows
            vm-creation | VM creation phase failed: failed to create test VM: VM creation async job failed: CloudStack async job failed: Unable to create a deployment for VM instance {"id":412,"instanceName":"i-2-412-VM","uuid":"0d1f…"} | insufficient-capacity
            vm-creation | VM creation phase failed: failed to create test VM: failed to submit VM creation: CloudStack API error 535 (CSExceptionErrorCode: 4370): Maximum number of resources of type 'user_vm' for account name=example in domain id=1 has been exceeded. | quota-exceeded
            vm-creation | failed to resolve network configuration: no network mapping found for VM context ctx-app01 (type: test) | no-network-mapping
            volume-attachment | volume attachment phase failed: failed to detach OS volume from SHA: volume detachment operation failed: operation 5f2e failed: CloudStack API error 431 - volume is attached | volume-in-use
            volume-attachment | failed to attach OS volume to destination VM: volume attachment operation failed: timeout waiting for operation 77aa to complete after 5m0s | storage-too-slow
            vm-startup-and-validation | failed to power on destination VM: failed to start test VM: VM start async job failed: CloudStack async job failed: Unable to start a VM due to insufficient capacity | insufficient-capacity
            test-vm-deletion | test VM deletion failed: failed to submit VM deletion: CloudStack API error 401 (CSExceptionErrorCode: 0): unable to verify user credentials and/or request signature | platform-sign-in
            volume-reattachment-to-oma | volume reattachment to SHA failed: failed to get SHA VM ID: Error 1045 (28000): Access denied for user 'oma_user'@'localhost' (using password: YES) | database-sign-in
            status-update | failed to update VM context status: Error 1205 (HY000): Lock wait timeout exceeded; try restarting transaction | database-busy
            replication | replication failed: nbdkit vddk: VixDiskLib_Open: [datastore1] pgtest1/pgtest1.vmdk: You do not have access rights to this file | source-permission
            """)
    void each_error_of_the_appliance_is_explained_by_its_root_cause(String step, String error, String cause) {
        assertThat(explain(step, error).cause()).isEqualTo(cause);
    }
}
