package io.clearover.operation.rest;

import io.clearover.job.ContextId;
import io.clearover.job.ExternalJobId;
import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.operation.OpenedOperation;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a start.
 *
 * @param success always true; kept from the appliance's API
 * @param jobId what finds the job everywhere: its own id or, where a start is asked for in the appliance's form, its external
 *     id with the VM's name as it is, by which the appliance's GUI knows whose job it is
 * @param internalJobId the job's own id, a UUID, as lists and the live feed have it
 * @param externalJobId the external id as it is recorded
 * @param statusUrl where to watch the job, relative to the server
 * @param ignoredFields fields of the appliance's API that were sent, but have no effect here
 * @param warnings what whoever started it should know, in plain words
 * @param data what is done; kept from the appliance's API
 */
@Schema(name = "Started")
public record StartedOperation(
        boolean success,
        String message,
        String jobId,
        String internalJobId,
        String externalJobId,
        String contextId,
        String vmName,
        String operationType,
        String status,
        String statusUrl,
        List<String> ignoredFields,
        List<String> warnings,
        StartedData data) {

    /** As the answer 202, whose Location is the status. */
    public Response accepted() {
        return Response.accepted(this)
                .location(StatusAddress.location(new JobId(internalJobId)))
                .build();
    }

    /** The answer of this API. */
    public static StartedOperation of(OpenedOperation opened, List<String> ignoredFields, List<String> warnings) {
        return of(opened, opened.job().id().value(), ignoredFields, warnings);
    }

    /** The answer to who asks in the appliance's form. */
    public static StartedOperation inTheAppliancesForm(
            OpenedOperation opened, List<String> ignoredFields, List<String> warnings) {
        return of(opened, namedId(opened), ignoredFields, warnings);
    }

    /** The external id of a job with its VM's name as it is. */
    public static String namedId(OpenedOperation opened) {
        Job job = opened.job();
        return new ExternalJobId(job.externalJobId())
                .named(job.kind(), job.type(), opened.vm().name());
    }

    private static StartedOperation of(
            OpenedOperation opened, String jobId, List<String> ignoredFields, List<String> warnings) {
        JobId id = opened.job().id();
        ContextId context = opened.vm().contextId();
        return new StartedOperation(
                true,
                "%s of %s %s"
                        .formatted(
                                opened.job().kind().displayName(),
                                opened.vm().name(),
                                opened.repeated() ? "was started by an earlier request" : "started"),
                jobId,
                id.value(),
                opened.job().externalJobId(),
                context.value(),
                opened.vm().name(),
                opened.job().kind().text(),
                opened.job().status().text(),
                StatusAddress.path(id),
                ignoredFields,
                warnings,
                StartedData.of(opened));
    }
}
