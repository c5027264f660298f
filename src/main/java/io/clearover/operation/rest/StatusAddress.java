package io.clearover.operation.rest;

import io.clearover.job.JobId;
import java.net.URI;

/** Where the status of a job is. */
public final class StatusAddress {

    private StatusAddress() {}

    /** Relative to the server. */
    public static String path(JobId job) {
        return "/api/v1/" + location(job);
    }

    /** Relative to the API: what a {@code Location} header is resolved against. */
    public static URI location(JobId job) {
        return URI.create("failover/%s/status".formatted(job));
    }
}
