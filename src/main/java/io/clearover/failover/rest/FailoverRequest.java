package io.clearover.failover.rest;

import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.rest.VmRequest;
import io.clearover.web.RequestReader;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for a failover, test or live, or for the checks before it. What may be left out may be null, too. */
@Schema(description = "Which VM to fail over, and how. Name it by context_id or vm_name; all else may be left out.")
public record FailoverRequest(
        @Schema(description = CONTEXT_ID, minLength = 1, maxLength = LONGEST) String contextId,
        @Schema(description = VM_NAME, minLength = 1, maxLength = LONGEST) String vmName,
        @Schema(description = VMWARE_VM_ID, minLength = 1, maxLength = LONGEST) String vmwareVmId,
        @Schema(description = VM_ID, minLength = 1, maxLength = LONGEST) String vmId,
        @Schema(
                        description =
                                "What the address starts, test or live; in a preflight, what to check (default test)",
                        type = SchemaType.STRING,
                        enumeration = {"test", "live"})
                JsonValue failoverType,
        @Schema(description = "Copies the latest changes first", defaultValue = "true") Boolean performFinalSync,
        @Schema(description = "Starts without driver installation", defaultValue = "false") Boolean skipVirtio,
        @Schema(
                        description =
                                "In a live failover, switches the source VM off first, gracefully, then by force (default"
                                        + " true); in a test failover it can only be false",
                        type = SchemaType.BOOLEAN)
                JsonValue powerOffSource,
        @Schema(
                        description = "How the new VM is named: suffixed in a test failover, exact in a live one",
                        type = SchemaType.STRING,
                        enumeration = {"suffixed", "exact"})
                JsonValue vmNaming,
        @Schema(description = "The checks can't be skipped", type = SchemaType.BOOLEAN, enumeration = "false")
                JsonValue skipValidation,
        @Schema(
                        description = "Empty: the VM's own network mappings are used",
                        type = SchemaType.OBJECT,
                        maxProperties = 0)
                JsonValue networkMappings,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.STRING) JsonValue testDuration,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.BOOLEAN) JsonValue autoCleanup,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.OBJECT) JsonValue notificationConfig,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.OBJECT) JsonValue customConfig,
        @Schema(description = NO_EFFECT, deprecated = true, type = SchemaType.STRING) JsonValue networkStrategy)
        implements VmRequest {

    /**
     * Reads the request for a failover of this type.
     *
     * @throws io.clearover.web.ProblemException (400) naming each field that is wrong
     */
    static FailoverRequest of(FailoverType type, RequestReader reader) {
        FailoverRequest request = reader.read(FailoverRequest.class);
        request.check(type, reader);
        return request;
    }

    /**
     * Reads the request for the checks before a failover of {@link #type}.
     *
     * @throws io.clearover.web.ProblemException (400) naming each field that is wrong
     */
    static FailoverRequest ofPreflight(RequestReader reader) {
        FailoverRequest request = reader.read(FailoverRequest.class);
        if (request.failoverType != null && !List.of("test", "live").contains(plain(request.failoverType))) {
            reader.fault("failover_type", "must be test or live");
        }
        request.check(request.type(), reader);
        return request;
    }

    /** The type that it names; a test failover if it names none. */
    FailoverType type() {
        return failoverType instanceof JsonString type ? FailoverType.of(type.getString()) : FailoverType.TEST;
    }

    /** What a failover of this type is asked for. */
    Options options(FailoverType type) {
        return new Options(
                performFinalSync == null || performFinalSync,
                skipVirtio != null && skipVirtio,
                type == FailoverType.LIVE && powerOffSource != JsonValue.FALSE,
                null);
    }

    private void check(FailoverType type, RequestReader reader) {
        if (!reader.isFaulty("failover_type")) {
            requireVm(reader);
        }
        String word = type.text();
        only(reader, "failover_type", failoverType, word, "this address starts %s failovers".formatted(word));
        only(reader, "skip_validation", skipValidation, "false", "the checks can't be skipped");
        only(
                reader,
                "network_mappings",
                networkMappings,
                "empty",
                "the VM's network mappings are used; change them there");
        if (type == FailoverType.LIVE) {
            only(reader, "vm_naming", vmNaming, "exact", "a live failover keeps the VM's name");
            reader.flag(powerOffSource, "power_off_source");
        } else {
            only(reader, "vm_naming", vmNaming, "suffixed", "a test VM gets a name of its own");
            only(reader, "power_off_source", powerOffSource, "false", "a test leaves the source VM running");
        }
        reader.check();
    }

    /** What is null or empty, as other programs of the appliance send it, says nothing. */
    private static void only(RequestReader reader, String field, JsonValue sent, String allowed, String why) {
        boolean empty = sent == null
                || (sent instanceof JsonObject object && object.isEmpty())
                || (sent instanceof JsonArray array && array.isEmpty());
        if (!empty && !plain(sent).equals(allowed)) {
            reader.fault(field, "must be %s: %s".formatted(allowed, why));
        }
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
