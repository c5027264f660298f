package io.clearover.rollback.rest;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.rest.VmRequest;
import io.clearover.web.RequestReader;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for a rollback. What may be left out may be null, too. */
@Schema(description = "Which VM to roll back. Name it by context_id or vm_name; all else may be left out.")
record RollbackRequest(
        @Schema(description = CONTEXT_ID, minLength = 1, maxLength = LONGEST) String contextId,
        @Schema(description = VM_NAME, minLength = 1, maxLength = LONGEST) String vmName,
        @Schema(description = VMWARE_VM_ID, minLength = 1, maxLength = LONGEST) String vmwareVmId,
        @Schema(description = VM_ID, minLength = 1, maxLength = LONGEST) String vmId,
        @Schema(
                        description =
                                "Which failover it is that is rolled back; if it is there, it must be right, but after a failure"
                                        + " it may be test whatever failed",
                        enumeration = {"test", "live"})
                String failoverType,
        @Schema(
                        description =
                                "Switches the source VM on again after a live failover; default true after one that failed"
                                        + " when it had switched the source off, and after a rollback that failed and was to"
                                        + " switch it on, otherwise false; false counts as left out beside a failover_type"
                                        + " test where a live failover failed")
                Boolean powerOnSource,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.BOOLEAN) JsonValue forceCleanup)
        implements VmRequest {

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static RollbackRequest of(RequestReader reader) {
        RollbackRequest request = reader.read(RollbackRequest.class);
        request.requireVm(reader);
        reader.check();
        return request;
    }

    /** Whether it is a program of the appliance that asks, for its own API: a field without effect here is only sent by those. */
    boolean isInTheAppliancesForm() {
        return forceCleanup != null;
    }

    /** What is said to be rolled back; null if that isn't said. */
    FailoverType type() {
        return failoverType == null ? null : FailoverType.of(failoverType);
    }

    /** Null where nothing is said. */
    Options options() {
        return new Options(null, null, null, powerOnSource);
    }
}
