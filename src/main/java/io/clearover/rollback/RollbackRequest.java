package io.clearover.rollback;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.OperationRequest;
import io.clearover.operation.OperationRequest.VmRef;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * A checked request for a rollback.
 *
 * @param type what is said to be rolled back; null if that isn't said
 * @param options null where nothing is said
 * @param withoutEffect fields of the appliance's API that were sent, but do nothing here
 */
record RollbackRequest(VmRef vm, FailoverType type, Options options, List<String> withoutEffect) {

    private static final Set<String> WITHOUT_EFFECT = Set.of("force_cleanup");

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static RollbackRequest of(InputStream body) {
        OperationRequest request = new OperationRequest(body);
        VmRef vm = request.vm();
        String type = request.oneOf("failover_type", "test", "live");
        Options options = new Options(null, null, null, request.flag("power_on_source"));
        return new RollbackRequest(
                vm, type == null ? null : FailoverType.of(type), options, request.check(WITHOUT_EFFECT));
    }
}
