package io.clearover.failover;

import io.clearover.operation.OperationRequest;
import io.clearover.operation.OperationRequest.VmRef;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * A checked request for a test failover.
 *
 * @param performFinalSync copy the latest changes first (default true)
 * @param skipVirtio start without driver installation (default false)
 * @param withoutEffect fields of the appliance's API that were sent, but do nothing here
 */
record FailoverRequest(VmRef vm, boolean performFinalSync, boolean skipVirtio, List<String> withoutEffect) {

    private static final Set<String> WITHOUT_EFFECT =
            Set.of("test_duration", "auto_cleanup", "notification_config", "custom_config", "network_strategy");

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static FailoverRequest of(InputStream body) {
        OperationRequest request = new OperationRequest(body);
        VmRef vm = request.vm();
        boolean finalSync = request.flag("perform_final_sync", true);
        boolean skipVirtio = request.flag("skip_virtio", false);
        request.only("failover_type", "must be test: this address starts test failovers", "test");
        request.only("skip_validation", "must be false: the checks can't be skipped", "false");
        request.only("power_off_source", "must be false: a test leaves the source VM running", "false");
        request.only("vm_naming", "must be suffixed: a test VM gets a name of its own", "suffixed");
        request.only("network_mappings", "must be empty: the VM's network mappings are used; change them there");
        return new FailoverRequest(vm, finalSync, skipVirtio, request.check(WITHOUT_EFFECT));
    }
}
