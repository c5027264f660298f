package io.clearover.acceptance.matrix;

import io.clearover.acceptance.matrix.MatrixCell.End;
import io.clearover.acceptance.support.Clearover;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an ended operation is what it has to be: the job, what is told of it, the VM's state, and the site. */
final class MatrixJudgement {

    /** What only administrators may be told. */
    private static final Pattern RAW = Pattern.compile(
            "(?i)cloudstack|virtio|libguestfs|virt-v2v|vcenter|\\bsna\\b|https?://|/dev/|exception|errortext|jobid|nbd:"
                    + "|html|\\b[0-9a-f]{8}-[0-9a-f]{4}-|\\b(431|530|533|401|503)\\b");

    /** Fields of the last operation, and of the job that they must equal. */
    private static final Map<String, String> SUMMARY = Map.of(
            "job_id", "job_id",
            "status", "status",
            "progress", "progress",
            "steps_completed", "steps_completed",
            "operation_type", "operation_type",
            "error_message", "error_message_user",
            "error_category", "error_category",
            "failed_step", "failed_step_friendly",
            "actionable_steps", "actionable_steps",
            "cause", "cause");

    private final Clearover clearover;
    private final MatrixCell cell;
    private final String vm;
    private final List<String> problems;

    /** @param problems where what is wrong is added */
    MatrixJudgement(Clearover clearover, MatrixCell cell, String vm, List<String> problems) {
        this.clearover = clearover;
        this.cell = cell;
        this.vm = vm;
        this.problems = problems;
    }

    void judge(String job, Site before, Site after) {
        JsonObject status = clearover.status(job, "operator");
        JsonObject raw = clearover.status(job, "admin");
        JsonObject context = clearover.vm(vm);
        boolean completed = status.getString("status").equals("completed");
        End expected = cell.expected();
        require(
                expected == End.EITHER || completed == (expected == End.COMPLETED),
                "expected %s, is %s: %s"
                        .formatted(expected, status.getString("status"), raw.getString("technical_details", "")));
        if (completed) {
            completed(status, context, after);
        } else {
            failed(status, raw);
            afterFailure(context, before, after);
        }
        summarised(status, context.getJsonObject("last_operation"));
        Matcher leak = RAW.matcher(withoutIds(status));
        require(!leak.find(), "told to an operator: " + (leak.reset().find() ? leak.group() : ""));
    }

    private void completed(JsonObject status, JsonObject context, Site after) {
        require(status.getJsonNumber("progress").doubleValue() == 100, "progress " + status.get("progress"));
        boolean rollback = cell.point().operation().isRollback();
        boolean live = cell.point().operation().isLive();
        String state = rollback ? "ready_for_failover" : live ? "failed_over_live" : "failed_over_test";
        require(
                context.getString("current_status").equals(state),
                "completed, but the VM is " + context.get("current_status"));
        require(
                rollback ? MatrixRun.isAsAtFirst(after) : isFailedOver(after, live),
                "completed, but there is " + after.facts() + after.orphans());
    }

    private boolean isFailedOver(Site site, boolean live) {
        return site.isFailedOver()
                && site.sourcePower().equals(live ? "poweredOff" : "poweredOn")
                && site.guests().get(0).networks().size()
                        == Fleet.named(vm).orElseThrow().nics().size();
    }

    private void failed(JsonObject status, JsonObject raw) {
        require(status.getString("status").equals("failed"), "status " + status.getString("status"));
        List<String> failedSteps = raw.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> !step.getBoolean("undo"))
                .filter(step -> step.getString("status").equals("failed"))
                .map(step -> step.getString("name"))
                .toList();
        require(
                failedSteps.equals(List.of(cell.failingStep())),
                "failed at %s, not at %s: %s"
                        .formatted(failedSteps, cell.failingStep(), raw.getString("technical_details", "")));
        for (String field : List.of("error_message_user", "error_reason", "error_category", "failed_step_friendly")) {
            require(!text(status, field).isBlank(), "no " + field);
        }
        require(
                !status.getJsonArray("actionable_steps").isEmpty()
                        && status.getJsonArray("actionable_steps").getValuesAs(JsonString.class).stream()
                                .noneMatch(step -> step.getString().isBlank()),
                "no next steps");
        require(!status.containsKey("technical_details"), "technical details for an operator");
    }

    private void afterFailure(JsonObject context, Site before, Site after) {
        String state = context.getString("current_status");
        if (cell.point().operation().isRollback()) {
            require(
                    state.equals("cleanup_required")
                            || state.startsWith("failed_over")
                                    && before.difference(after).isEmpty(),
                    "a failed rollback left the VM " + state + ": " + before.difference(after));
            return;
        }
        if (cell.canBeUndone() || state.equals("ready_for_failover")) {
            require(state.equals("ready_for_failover"), "not undone: the VM is " + state);
            require(
                    before.difference(after).isEmpty() && after.orphans().isEmpty(),
                    "left: " + before.difference(after) + after.orphans());
        }
    }

    private void summarised(JsonObject status, JsonObject summary) {
        SUMMARY.forEach((field, ofJob) -> require(
                Objects.equals(orNull(summary, field), orNull(status, ofJob)),
                "summary says %s %s, the job %s".formatted(field, summary.get(field), status.get(ofJob))));
    }

    private static JsonValue orNull(JsonObject object, String field) {
        return object.getOrDefault(field, JsonValue.NULL);
    }

    private static String text(JsonObject object, String field) {
        return object.isNull(field) ? "" : object.getString(field);
    }

    /** The job's own id and the link to the guide are no raw words. */
    private static String withoutIds(JsonObject status) {
        return status.toString()
                .replace(status.getString("job_id"), "")
                .replaceAll("\"documentation\":\"[^\"]*\"|\"cause\":\"[^\"]*\"", "");
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            problems.add(otherwise);
        }
    }
}
