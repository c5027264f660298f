package io.clearover.compat.rest;

import io.clearover.operation.VmRef;
import io.clearover.operation.rest.VmRequest;
import io.clearover.web.RequestReader;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to clean up, in the form of the appliance's own API; the address has the VM's name. */
@Schema(description = "What more is known of the VM; all may be left out.")
record CleanupRequest(
        @Schema(description = CONTEXT_ID, minLength = 1, maxLength = LONGEST) String contextId,
        @Schema(description = "The VM's name, as in the address", minLength = 1, maxLength = LONGEST) String vmName,
        @Schema(description = VMWARE_VM_ID, minLength = 1, maxLength = LONGEST) String vmwareVmId,
        @Schema(description = VM_ID, minLength = 1, maxLength = LONGEST) String vmId,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.STRING) JsonValue cleanupType,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.STRING) JsonValue rollbackType,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.STRING) JsonValue failoverType,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.BOOLEAN) JsonValue powerOnSource,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.BOOLEAN) JsonValue forceCleanup)
        implements VmRequest {

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static CleanupRequest of(RequestReader reader) {
        CleanupRequest request = reader.read(CleanupRequest.class);
        reader.check();
        return request;
    }

    /** @param named the VM's name in the address */
    VmRef vm(String named) {
        return new VmRef(contextId, named, vm().vmwareVmId());
    }
}
