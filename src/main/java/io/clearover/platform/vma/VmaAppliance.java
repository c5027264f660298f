package io.clearover.platform.vma;

import io.clearover.platform.CallPermit;
import io.clearover.platform.NbdTarget;
import io.clearover.platform.PlatformException;
import io.clearover.platform.PowerState;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceAppliance;
import io.clearover.platform.SourceRef;
import io.clearover.platform.SourceVm;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import io.clearover.platform.http.JsonFields;
import io.clearover.platform.http.Secrets;
import io.clearover.platform.http.UrlText;
import io.clearover.platform.http.VerifiedRetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The source appliance over its HTTP API. */
@ApplicationScoped
public class VmaAppliance implements SourceAppliance {

    /** The appliance's own limit for what no guest has a say in; ours for the exchange is longer. */
    private static final Duration POWER_LIMIT = Duration.ofMinutes(5);

    private final ApplianceClient client;
    private final CallRetry retry;
    private final VerifiedRetry changes;
    private final Optional<String> username;
    private final Optional<String> password;
    private final String applianceUrl;
    private final Duration requestTimeout;
    private final Duration powerTimeout;

    @Inject
    public VmaAppliance(
            @ConfigProperty(name = "clearover.source.url", defaultValue = "http://localhost:9081/api/v1") String url,
            @ConfigProperty(name = "clearover.source.username") Optional<String> username,
            @ConfigProperty(name = "clearover.source.password") Optional<String> password,
            @ConfigProperty(name = "clearover.source.appliance-url", defaultValue = "http://localhost:8082")
                    String applianceUrl,
            @ConfigProperty(name = "clearover.source.connect-timeout", defaultValue = "PT5S") Duration connectTimeout,
            @ConfigProperty(name = "clearover.source.request-timeout", defaultValue = "PT30S") Duration requestTimeout,
            @ConfigProperty(name = "clearover.source.power-timeout", defaultValue = "PT6M") Duration powerTimeout,
            CallRetry retry,
            CallPermit permit) {
        this.client =
                new ApplianceClient(url, new HttpExchange(connectTimeout, permit), Secrets.of(password.orElse(null)));
        this.retry = retry;
        this.changes = new VerifiedRetry(retry, permit);
        this.username = username;
        this.password = password;
        this.applianceUrl = applianceUrl;
        this.requestTimeout = requestTimeout;
        this.powerTimeout = powerTimeout;
    }

    /** For the client proxy. */
    protected VmaAppliance() {
        this.client = null;
        this.retry = null;
        this.changes = null;
        this.username = null;
        this.password = null;
        this.applianceUrl = null;
        this.requestTimeout = null;
        this.powerTimeout = null;
    }

    /** Asked once only: it says how things are now. */
    @Override
    public void check() {
        client.get("health", "/health", Map.of(), requestTimeout);
    }

    @Override
    public SourceVm discover(SourceRef ref) {
        JsonObject request = discovery(ref);
        return found(ref, read("discovery", () -> discovered(request)));
    }

    @Override
    public SourceVm look(SourceRef ref) {
        return found(ref, discovered(discovery(ref)));
    }

    private JsonObject discovery(SourceRef ref) {
        JsonObjectBuilder body =
                signedIn(ref).add("datacenter", ref.datacenter()).add("filter", ref.vmName());
        return body.build();
    }

    private JsonFields discovered(JsonObject request) {
        return client.post("discovery", "/discover", request, requestTimeout);
    }

    private static SourceVm found(SourceRef ref, JsonFields answer) {
        return answer.objects("vms").stream()
                .filter(vm -> vm.text("id").equals(ref.vmwareVmId()))
                .findFirst()
                .map(ApplianceAnswers::vm)
                .orElseThrow(() -> new PlatformException("SNA discovery found no VM \"%s\": VM not found with UUID %s"
                        .formatted(ref.vmName(), ref.vmwareVmId())));
    }

    @Override
    public PowerState powerState(SourceRef ref) {
        SourceCredentials credentials = credentials();
        Map<String, String> query = Map.of(
                "vcenter", ref.vcenterHost(), "username", credentials.username(), "password", credentials.password());
        String path = vmPath(ref, "/power-state");
        return ApplianceAnswers.powerState(
                read("power-state", () -> client.get("power-state", path, query, requestTimeout)));
    }

    /** A request that is lost is repeated with what time is left; what is then refused may be what the first one began. */
    @Override
    public void shutDown(SourceRef ref, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        AtomicReference<UnansweredException> lost = new AtomicReference<>();
        try {
            changes.once("SNA power-off", () -> shutDown(ref, deadline, lost), () -> isOff(ref));
        } catch (UnansweredException unknown) {
            throw unknown;
        } catch (PlatformException refused) {
            throw lost.get() == null ? refused : lost.get();
        }
    }

    private void shutDown(SourceRef ref, long deadline, AtomicReference<UnansweredException> lost) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative()) {
            throw new PlatformException("SNA power-off failed: no time is left for the guest to shut down");
        }
        try {
            power("power-off", ref, false, left, left.plus(requestTimeout));
        } catch (UnansweredException e) {
            lost.set(e);
            throw e;
        }
    }

    @Override
    public void powerOff(SourceRef ref) {
        changes.once("SNA power-off", () -> power("power-off", ref, true, POWER_LIMIT, powerTimeout), () -> isOff(ref));
    }

    private boolean isOff(SourceRef ref) {
        return powerState(ref) == PowerState.POWERED_OFF;
    }

    @Override
    public void powerOn(SourceRef ref) {
        changes.once(
                "SNA power-on",
                () -> power("power-on", ref, false, POWER_LIMIT, powerTimeout),
                () -> powerState(ref) == PowerState.POWERED_ON);
    }

    @Override
    public String startReplication(SourceRef ref, String jobId, List<NbdTarget> targets) {
        JsonObjectBuilder body = signedIn(ref)
                .add("job_id", jobId)
                .add("vm_paths", Json.createArrayBuilder().add(ref.vmPath()))
                .add("oma_url", applianceUrl)
                .add("nbd_targets", array(targets));
        JsonObject request = body.build();
        return replicationKnown(jobId)
                .orElseGet(() -> changes.once(
                        "SNA replication", () -> replicate(request, jobId), () -> replicationKnown(jobId)));
    }

    private String replicate(JsonObject request, String jobId) {
        JsonFields answer = client.post("replication", "/replicate", request, requestTimeout);
        return answer.has("job_id") ? answer.text("job_id") : jobId;
    }

    private Optional<String> replicationKnown(String jobId) {
        return findReplication(jobId).map(known -> jobId);
    }

    @Override
    public Optional<ReplicationProgress> findReplication(String jobId) {
        return ifKnown(() -> progress(jobId));
    }

    @Override
    public Optional<ReplicationProgress> lookAtReplication(String jobId) {
        return ifKnown(() -> ApplianceAnswers.progress(asked(jobId)));
    }

    private static Optional<ReplicationProgress> ifKnown(Supplier<ReplicationProgress> progress) {
        try {
            return Optional.of(progress.get());
        } catch (ApplianceError e) {
            if (e.saysNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public ReplicationProgress progress(String jobId) {
        return ApplianceAnswers.progress(read("progress", () -> asked(jobId)));
    }

    private JsonFields asked(String jobId) {
        return client.get("progress", "/progress/" + UrlText.encode(jobId), Map.of(), requestTimeout);
    }

    private JsonFields read(String call, Supplier<JsonFields> exchange) {
        return retry.untilAnswered("SNA " + call, exchange);
    }

    /**
     * @param limit the appliance's, which knows whole seconds
     * @param exchange ours for its answer
     */
    private void power(String call, SourceRef ref, boolean force, Duration limit, Duration exchange) {
        JsonObjectBuilder body = signedIn(ref)
                .add("vm_id", ref.vmwareVmId())
                .add("force", force)
                .add("timeout", Math.max(1, limit.plusMillis(999).toSeconds()));
        JsonFields answer = client.post(call, vmPath(ref, "/" + call), body.build(), exchange);
        if (!answer.is("success")) {
            String message =
                    "SNA %s failed: %s".formatted(call, credentials().secrets().mask(answer.text("message")));
            throw answer.has("success") ? new PlatformException(message) : new UnansweredException(message);
        }
    }

    private JsonObjectBuilder signedIn(SourceRef ref) {
        SourceCredentials credentials = credentials();
        return Json.createObjectBuilder()
                .add("vcenter", ref.vcenterHost())
                .add("username", credentials.username())
                .add("password", credentials.password());
    }

    private SourceCredentials credentials() {
        return SourceCredentials.of(username, password);
    }

    private static String vmPath(SourceRef ref, String operation) {
        return "/vm/" + UrlText.encode(ref.vmwareVmId()) + operation;
    }

    private static JsonArray array(List<NbdTarget> targets) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        targets.forEach(target -> array.add(Json.createObjectBuilder()
                .add("device_path", target.devicePath())
                .add("vm_disk_id", target.vmDiskId())
                .add("vmware_disk_key", target.vmwareDiskKey())));
        return array.build();
    }
}
