package io.clearover.lab.source;

import io.clearover.lab.fault.About;
import io.clearover.lab.http.Call;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.State;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which source VM a call of the source appliance is about. */
final class SourceSubject {

    private static final Pattern CALL = Pattern.compile("/api/v1/(?:vm/([^/]+)/([^/]+)|([^/]+)(?:/([^/]+))?)");

    private SourceSubject() {}

    static About of(Call call, State state) {
        Matcher path = CALL.matcher(call.path());
        if (!path.matches()) {
            return new About(Set.of("source"), null);
        }
        if (path.group(1) != null) {
            return about(path.group(2), Power.find(path.group(1)));
        }
        return switch (path.group(3)) {
            case "discover" -> about("discover", Fleet.named(call.json().getString("filter", "")));
            case "replicate" -> about("replicate", target(call.json()));
            case "progress" -> about("progress", ofJob(path.group(4), state));
            case "cleanup" -> about("cleanup", ofJob(call.json().getString("job_id", ""), state));
            default -> about(path.group(3), Optional.empty());
        };
    }

    private static Optional<LabVm> target(JsonObject request) {
        return request.containsKey("vm_paths")
                ? request.getJsonArray("vm_paths").getValuesAs(JsonString.class).stream()
                        .flatMap(path -> Fleet.at(path.getString()).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<LabVm> ofJob(String jobId, State state) {
        return state.sync(jobId == null ? "" : jobId).flatMap(sync -> Fleet.named(sync.vmName));
    }

    private static About about(String call, Optional<LabVm> vm) {
        return new About(Set.of("source", call), vm.map(LabVm::name).orElse(null));
    }
}
