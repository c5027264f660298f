package io.clearover.operation.rest;

import io.clearover.job.ContextId;
import io.clearover.job.JobId;
import io.clearover.operation.OpenedOperation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a start.
 *
 * @param success always true; kept from the appliance's API
 * @param statusUrl where to watch the job, relative to the server
 * @param ignoredFields fields of the appliance's API that were sent, but have no effect here
 * @param warnings what whoever started it should know, in plain words
 */
@Schema(name = "Started")
public record StartedOperation(
        boolean success,
        String message,
        String jobId,
        String externalJobId,
        String contextId,
        String vmName,
        String operationType,
        String status,
        String statusUrl,
        List<String> ignoredFields,
        List<String> warnings) {

    /** As the answer 202, whose Location is the status. */
    public Response accepted() {
        return Response.accepted(this)
                .location(StatusAddress.location(new JobId(jobId)))
                .build();
    }

    public static StartedOperation of(OpenedOperation opened, List<String> ignoredFields, List<String> warnings) {
        JobId id = opened.job().id();
        ContextId context = opened.vm().contextId();
        return new StartedOperation(
                true,
                "%s of %s %s"
                        .formatted(
                                opened.job().kind().displayName(),
                                opened.vm().name(),
                                opened.repeated() ? "was started by an earlier request" : "started"),
                id.value(),
                opened.job().externalJobId(),
                context.value(),
                opened.vm().name(),
                opened.job().kind().text(),
                opened.job().status().text(),
                StatusAddress.path(id),
                ignoredFields,
                warnings);
    }
}
