package io.clearover.compat.rest;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.rest.VmRequest;
import io.clearover.web.RequestReader;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for a failover as the appliance's GUI sends it. What this engine doesn't do is refused, unless it is what the
 * appliance's own engine does when nothing is said.
 */
@Schema(description = "Which VM to fail over, and how, in the form of the appliance's own API.")
record UnifiedRequest(
        @Schema(description = CONTEXT_ID, minLength = 1, maxLength = LONGEST) String contextId,
        @Schema(description = VM_NAME, minLength = 1, maxLength = LONGEST) String vmName,
        @Schema(description = VMWARE_VM_ID, minLength = 1, maxLength = LONGEST) String vmwareVmId,
        @Schema(description = VM_ID, minLength = 1, maxLength = LONGEST) String vmId,
        @Schema(
                        description = "What to start",
                        required = true,
                        enumeration = {"test", "live"})
                String failoverType,
        @Schema(description = "Copies the latest changes first", defaultValue = "true") Boolean performFinalSync,
        @Schema(description = "Starts without driver installation", defaultValue = "false") Boolean skipVirtio,
        @Schema(
                        description =
                                "In a live failover, switches the source VM off first (default true); in a test failover it"
                                        + " can only be false")
                Boolean powerOffSource,
        @Schema(description = "The checks can't be skipped", type = SchemaType.BOOLEAN, enumeration = "false")
                JsonValue skipValidation,
        @Schema(
                        description = "How the new VM is named: suffixed in a test failover, exact in a live one",
                        enumeration = {"suffixed", "exact"})
                String vmNaming,
        @Schema(
                        description =
                                "The networks that the VM's own mappings name: test or isolated in a test failover, live or"
                                        + " production in a live one",
                        enumeration = {"test", "isolated", "live", "production"})
                String networkStrategy,
        @Schema(
                        description = "Empty: the VM's own network mappings are used",
                        type = SchemaType.OBJECT,
                        maxProperties = 0)
                JsonValue networkMappings,
        @Schema(description = "Empty: there is nothing more to choose", type = SchemaType.OBJECT, maxProperties = 0)
                JsonValue customConfig,
        @Schema(
                        description =
                                "Has no effect, and can only be the appliance's default: no test is ended by time here",
                        deprecated = true,
                        enumeration = "2h")
                String testDuration)
        implements VmRequest {

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static UnifiedRequest of(RequestReader reader) {
        UnifiedRequest request = reader.read(UnifiedRequest.class);
        request.requireVm(reader);
        request.requirePossible(reader);
        if (request.failoverType != null) {
            request.requireFits(request.type(), reader);
        }
        reader.check();
        return request;
    }

    private void requirePossible(RequestReader reader) {
        if (skipValidation != null && skipValidation != JsonValue.FALSE) {
            reader.fault("skip_validation", "must be false: the checks can't be skipped");
        }
        requireEmpty(
                networkMappings, "network_mappings", "the VM's network mappings are used; change them there", reader);
        requireEmpty(customConfig, "custom_config", "there is nothing more to choose", reader);
    }

    private static void requireEmpty(JsonValue sent, String field, String why, RequestReader reader) {
        boolean empty = sent == null
                || (sent instanceof JsonObject object && object.isEmpty())
                || (sent instanceof JsonArray array && array.isEmpty());
        if (!empty) {
            reader.fault(field, "must be empty: " + why);
        }
    }

    private void requireFits(FailoverType type, RequestReader reader) {
        boolean live = type == FailoverType.LIVE;
        if (vmNaming != null && live != vmNaming.equals("exact")) {
            reader.fault(
                    "vm_naming",
                    live
                            ? "must be exact: a live failover keeps the VM's name"
                            : "must be suffixed: a test VM gets a name of its own");
        }
        if (networkStrategy != null
                && live != (networkStrategy.equals("live") || networkStrategy.equals("production"))) {
            reader.fault(
                    "network_strategy", "must be %s: a failover uses the networks of its kind".formatted(type.text()));
        }
        if (!live && Boolean.TRUE.equals(powerOffSource)) {
            reader.fault("power_off_source", "must be false: a test leaves the source VM running");
        }
    }

    FailoverType type() {
        return FailoverType.of(failoverType);
    }

    Options options() {
        boolean live = type() == FailoverType.LIVE;
        return new Options(
                performFinalSync == null || performFinalSync,
                skipVirtio != null && skipVirtio,
                live && !Boolean.FALSE.equals(powerOffSource),
                null);
    }
}
