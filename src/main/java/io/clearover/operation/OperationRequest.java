package io.clearover.operation;

import io.clearover.vm.Vm;
import io.clearover.web.BodyLimits;
import io.clearover.web.JsonBody;
import io.clearover.web.Problem.FieldError;
import io.clearover.web.ProblemException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The body of a start, read field by field, so that a wrong one is named. Each reading method notes what is wrong;
 * {@link #check} then refuses the request with all of it at once. Used by one thread.
 */
public final class OperationRequest {

    private static final String EXPECTED = "send a JSON object that names a VM by context_id or vm_name";

    private static final int LONGEST_NAME = 255;

    private final Map<String, JsonValue> fields;
    private final List<FieldError> faults = new ArrayList<>();
    private final Set<String> read = new TreeSet<>();

    /**
     * Reads the body as it was sent.
     *
     * @throws ProblemException (400) unless it is one JSON object and nothing else
     */
    public OperationRequest(InputStream body) {
        this.fields = new LinkedHashMap<>(object(body));
    }

    private static JsonObject object(InputStream body) {
        if (JsonBody.read(body, BodyLimits.ONE, EXPECTED) instanceof JsonObject object) {
            return object;
        }
        throw ProblemException.badField("body", EXPECTED);
    }

    /** The VM that the request names. */
    public VmRef vm() {
        String contextId = text("context_id");
        String vmName = text("vm_name");
        if (contextId == null && vmName == null && faults.isEmpty()) {
            faults.add(new FieldError("context_id", "name a VM by context_id or vm_name"));
        }
        String vmwareVmId = text("vmware_vm_id");
        String vmId = text("vm_id");
        return new VmRef(contextId, vmName, vmwareVmId == null ? vmId : vmwareVmId);
    }

    private String text(String field) {
        return text(field, LONGEST_NAME);
    }

    /** A text of at most so many characters; null if it isn't there. */
    public String text(String field, int longest) {
        JsonValue value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString text
                && !text.getString().isBlank()
                && text.getString().length() <= longest) {
            return text.getString();
        }
        faults.add(new FieldError(field, "must be a text of 1 to %d characters".formatted(longest)));
        return null;
    }

    /** true or false; {@code otherwise} if it isn't there. */
    public boolean flag(String field, boolean otherwise) {
        Boolean said = flag(field);
        return said == null ? otherwise : said;
    }

    /** true or false; null if it isn't there. */
    public Boolean flag(String field) {
        JsonValue value = value(field);
        if (value == null || value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == null ? null : Boolean.valueOf(value == JsonValue.TRUE);
        }
        faults.add(new FieldError(field, "must be true or false"));
        return null;
    }

    /** One of these words; null if it isn't there. */
    public String oneOf(String field, String... words) {
        JsonValue value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString text && List.of(words).contains(text.getString())) {
            return text.getString();
        }
        faults.add(new FieldError(field, "must be " + String.join(" or ", words)));
        return null;
    }

    /** One of these words. */
    public String requiredOneOf(String field, String... words) {
        if (value(field) == null) {
            faults.add(new FieldError(field, "must be " + String.join(" or ", words)));
        }
        return oneOf(field, words);
    }

    /** Refuses the request unless the field is missing, null, empty or one of these values. */
    public void only(String field, String why, Object... allowed) {
        JsonValue value = value(field);
        boolean empty = value == null
                || (value instanceof JsonObject object && object.isEmpty())
                || (value instanceof jakarta.json.JsonArray array && array.isEmpty());
        if (!empty && !isFaulty(field) && !Set.of(allowed).contains(plain(value))) {
            faults.add(new FieldError(field, why));
        }
    }

    private boolean isFaulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    private static Object plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /**
     * Ends the reading.
     *
     * @param withoutEffect fields of the appliance's API that are accepted, but do nothing here
     * @return those of them that the request has
     * @throws ProblemException (400) if anything was wrong, unknown fields included
     */
    public List<String> check(Set<String> withoutEffect) {
        fields.keySet().stream()
                .filter(field -> !read.contains(field) && !withoutEffect.contains(field))
                .forEach(field -> faults.add(new FieldError(field, "is not a field of this request")));
        if (!faults.isEmpty()) {
            throw ProblemException.badRequest(faults);
        }
        return fields.keySet().stream().filter(withoutEffect::contains).toList();
    }

    private JsonValue value(String field) {
        read.add(field);
        JsonValue value = fields.get(field);
        return value == JsonValue.NULL ? null : value;
    }

    /**
     * How a request names a VM.
     *
     * @param contextId may be null if there is a name
     * @param vmName may be null if there is a context id
     * @param vmwareVmId an extra check when it isn't null
     */
    public record VmRef(String contextId, String vmName, String vmwareVmId) {

        /** @throws ProblemException (400) if name or VMware id are those of another VM */
        public void requireIs(Vm vm) {
            if (vmName != null && !vmName.equals(vm.name())) {
                throw ProblemException.badField("vm_name", "is not the name of the VM with this context_id");
            }
            if (vmwareVmId != null && !vmwareVmId.equals(vm.vmwareVmId())) {
                throw ProblemException.badField("vmware_vm_id", "is not the id of the VM that is named; leave it out");
            }
        }
    }
}
