package io.clearover.acceptance.matrix;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.watch.Asked;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out which calls the steps of an operation make, by letting it run undisturbed and alone. */
final class MatrixTrace {

    private static final String POWER_OFF = "source-vm-power-off";

    private final Clearover clearover;
    private final Lab lab;

    MatrixTrace(Clearover clearover) {
        this.clearover = clearover;
        this.lab = clearover.installation().lab();
    }

    /** The calls of an operation, and the VM as it was before. */
    List<MatrixPoint> of(DisturbedOperation operation, String vm, boolean drivers) {
        if (operation.isRollback()) {
            end(DisturbedOperation.startFailover(clearover, vm, operation.isLive(), drivers));
        }
        List<ArmedFault> doom = operation.doom(lab, vm);
        lab.forgetActs();
        JsonObject status = end(operation.start(clearover, vm, drivers));
        List<MatrixPoint> points = points(operation, status);
        doom.forEach(lab.faults()::end);
        if (!operation.isRollback() && !operation.isDoomed()) {
            end(DisturbedOperation.startRollback(clearover, vm, operation.isLive()));
        }
        return operation.isDoomed() ? points.stream().filter(MatrixPoint::undo).toList() : points;
    }

    private JsonObject end(String job) {
        return clearover.ended(job, "admin");
    }

    private List<MatrixPoint> points(DisturbedOperation operation, JsonObject status) {
        List<MatrixPoint> points = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        String previous = "";
        for (Asked asked : lab.asked()) {
            JsonObject step = stepAt(asked, status);
            int all = counts.merge(asked.call(), 1, Integer::sum) - 1;
            int ofVm = counts.merge(asked.call() + " of " + asked.vm(), 1, Integer::sum) - 1;
            points.add(new MatrixPoint(
                    operation,
                    step.getString("name"),
                    step.getBoolean("undo"),
                    asked.call(),
                    asked.vm() != null,
                    asked.vm() == null ? all : ofVm,
                    previous));
            previous = asked.call();
        }
        return points;
    }

    /** The last step that had begun; this one asks whether it applies before it begins. */
    private static JsonObject stepAt(Asked asked, JsonObject status) {
        JsonObject found = null;
        for (JsonObject step : status.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            boolean begun = !step.isNull("started_at")
                    && !Instant.parse(step.getString("started_at")).isAfter(asked.at());
            boolean asking =
                    asked.call().equals("power-state") && step.getString("name").equals(POWER_OFF);
            found = begun || asking ? step : found;
        }
        return found;
    }
}
