package io.clearover.failover;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.OperationRequest;
import io.clearover.operation.OperationRequest.VmRef;
import java.util.List;
import java.util.Set;

/**
 * A checked request for a failover.
 *
 * @param withoutEffect fields of the appliance's API that were sent, but do nothing here
 */
public record FailoverRequest(VmRef vm, Options options, List<String> withoutEffect) {

    private static final Set<String> WITHOUT_EFFECT =
            Set.of("test_duration", "auto_cleanup", "notification_config", "custom_config", "network_strategy");

    /**
     * Reads a request.
     *
     * @throws io.clearover.web.ProblemException (400) naming each field that is wrong
     */
    public static FailoverRequest of(FailoverType type, OperationRequest request) {
        VmRef vm = request.vm();
        boolean live = type == FailoverType.LIVE;
        request.only(
                "failover_type",
                "must be %s: this address starts %s failovers".formatted(type.text(), type.text()),
                type.text());
        request.only("skip_validation", "must be false: the checks can't be skipped", "false");
        request.only("network_mappings", "must be empty: the VM's network mappings are used; change them there");
        if (live) {
            request.only("vm_naming", "must be exact: a live failover keeps the VM's name", "exact");
        } else {
            request.only("vm_naming", "must be suffixed: a test VM gets a name of its own", "suffixed");
            request.only("power_off_source", "must be false: a test leaves the source VM running", "false");
        }
        Options options = new Options(
                request.flag("perform_final_sync", true),
                request.flag("skip_virtio", false),
                live && request.flag("power_off_source", true),
                null);
        return new FailoverRequest(vm, options, request.check(WITHOUT_EFFECT));
    }
}
