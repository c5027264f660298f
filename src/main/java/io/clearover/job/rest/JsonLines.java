package io.clearover.job.rest;

import jakarta.json.Json;

/** One JSON document a line (JSON Lines). */
final class JsonLines implements JobExport.Form {

    static final String TYPE = "application/x-ndjson";

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(String json) {
        return json + "\n";
    }

    @Override
    public String brokenOff(String why) {
        return Json.createObjectBuilder().add("broken_off", why).build() + "\n";
    }
}
