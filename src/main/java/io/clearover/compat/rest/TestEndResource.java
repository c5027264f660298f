package io.clearover.compat.rest;

import io.clearover.job.ContextId;
import io.clearover.job.FailoverJobs;
import io.clearover.job.FailoverType;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.LastFailover;
import io.clearover.job.Options;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.operation.OpenedOperation;
import io.clearover.operation.VmRef;
import io.clearover.rollback.RollbackService;
import io.clearover.web.ProblemException;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ends test failovers, as the appliance's GUI does: by the job. */
@Path("/failover/test/{job_id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appliance")
public class TestEndResource {

    private static final Options NOTHING_SAID = new Options(null, null, null, null);

    private final TrackedJobs jobs;
    private final FailoverJobs failovers;
    private final RollbackService rollbacks;
    private final RollbackEnd end;

    TestEndResource() {
        this(null, null, null, null);
    }

    @Inject
    public TestEndResource(TrackedJobs jobs, FailoverJobs failovers, RollbackService rollbacks, RollbackEnd end) {
        this.jobs = jobs;
        this.failovers = failovers;
        this.rollbacks = rollbacks;
        this.end = end;
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "endTest",
            summary = "End a test failover",
            description =
                    "Rolls it back, and answers at the end of that. Refused unless it is what there is of the VM now.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EndedTest.class)))
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is no test failover or not the VM's newest failover, there is nothing to roll back, an operation"
                            + " is running, or the rollback failed or takes longer.")
    @APIResponse(
            responseCode = "415",
            description = "Neither a Content-Type application/json nor a header X-Requested-With was sent.")
    public EndedTest end(
            @PathParam("job_id") @Parameter(description = "a job id or an external job id") String id,
            @Context SecurityContext security) {
        TrackedJob test = jobs.find(JobId.named(id)).orElseThrow(JobId::notFound);
        requireCurrent(test);
        OpenedOperation rollback = rollbacks.start(
                new VmRef(test.contextId(), null, null),
                FailoverType.TEST,
                NOTHING_SAID,
                security.getUserPrincipal().getName(),
                Optional.empty(),
                null);
        end.await(rollback);
        return EndedTest.by(rollback, id);
    }

    private void requireCurrent(TrackedJob job) {
        if (job.kind() != JobKind.TEST_FAILOVER) {
            throw ProblemException.conflict(
                    "not-a-test",
                    "Not a test failover",
                    "Only a test failover can be ended. This job is something else.");
        }
        boolean current = Optional.ofNullable(job.contextId())
                .flatMap(context -> failovers.newest(new ContextId(context)))
                .filter(last -> isThat(last, job))
                .isPresent();
        if (!current) {
            throw ProblemException.conflict(
                    "not-the-newest",
                    "Not the newest failover",
                    "A newer failover of this VM was started since this test.");
        }
    }

    /** A failover of another program may have one id in each of the tables. */
    private static boolean isThat(LastFailover last, TrackedJob job) {
        return job.row().id().equals(last.trackedId())
                || Stream.of(job.row().externalJobId(), job.metadata().failoverJobId())
                        .anyMatch(last.jobId()::equals);
    }
}
