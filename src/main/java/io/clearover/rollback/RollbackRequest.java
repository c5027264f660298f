package io.clearover.rollback;

import io.clearover.operation.OperationRequest;
import io.clearover.operation.OperationRequest.VmRef;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * A checked request for a rollback.
 *
 * @param withoutEffect fields of the appliance's API that were sent, but do nothing here
 */
record RollbackRequest(VmRef vm, List<String> withoutEffect) {

    private static final Set<String> WITHOUT_EFFECT = Set.of("force_cleanup");

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static RollbackRequest of(InputStream body) {
        OperationRequest request = new OperationRequest(body);
        VmRef vm = request.vm();
        request.only("failover_type", "must be test: a live failover can't be rolled back here", "test");
        request.only("power_on_source", "must be false: a test failover leaves the source VM running", "false");
        return new RollbackRequest(vm, request.check(WITHOUT_EFFECT));
    }
}
