package io.clearover.job.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) with the names of the fields in the first line. What a spreadsheet would take for a formula
 * is a text for it: names of VMs are anybody's.
 */
final class CsvLines implements JobExport.Form {

    static final String TYPE = "text/csv;charset=UTF-8";

    private static final String END = "\r\n";

    /** With what formulas begin, in the widths of letters that spreadsheets take alike. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final List<String> FIELDS = List.of(
            "job_id",
            "external_job_id",
            "context_id",
            "vm_name",
            "job_type",
            "display_name",
            "status",
            "progress",
            "started_at",
            "completed_at",
            "duration_seconds",
            "started_by",
            "current_step",
            "failed_step",
            "steps_completed",
            "steps_total",
            "error_message",
            "error_reason",
            "error_category",
            "error_severity",
            "cause",
            "side",
            "object",
            "condition",
            "retryable",
            "actionable_steps",
            "warning",
            "bytes_transferred",
            "test_outcome");

    @Override
    public String head() {
        return String.join(",", FIELDS) + END;
    }

    @Override
    public String line(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject job = reader.readObject();
            return FIELDS.stream().map(field -> cell(job.get(field))).collect(Collectors.joining(",")) + END;
        }
    }

    @Override
    public String brokenOff(String why) {
        return quoted(why) + END;
    }

    private static String cell(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        if (value instanceof JsonString text) {
            return quoted(text.getString());
        }
        if (value instanceof JsonArray several) {
            return quoted(several.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.joining(" | ")));
        }
        return value instanceof JsonObject outcome ? quoted(outcome.getString("result", "")) : value.toString();
    }

    /** A spreadsheet takes what begins with an apostrophe for a text. */
    private static String quoted(String text) {
        String begin = text.stripLeading();
        boolean isFormula = !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0
                || !text.isEmpty() && Character.isISOControl(text.charAt(0));
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
