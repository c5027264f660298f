package io.clearover.job.rest;

import io.clearover.guard.AnswerGuard;
import io.clearover.job.view.FleetJobs;
import io.clearover.job.view.JobPages;
import io.clearover.job.view.JobStatusView;
import io.clearover.job.view.JobStatuses;
import io.clearover.web.QueryReader;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that ran, on all VMs, and one of it. */
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class FleetJobsResource {

    private static final int USUAL = 50;
    private static final int MOST = 100;

    /** How many jobs are read at once for an export. */
    private static final int EXPORTED = 500;

    private static final String CSV = "csv";

    private static final String[] FORMATS = {CSV, "jsonl"};

    private final FleetJobs jobs;
    private final AnswerGuard guard;
    private final JobStatuses statuses;

    FleetJobsResource() {
        this(null, null, null);
    }

    @Inject
    public FleetJobsResource(FleetJobs jobs, AnswerGuard guard, JobStatuses statuses) {
        this.jobs = jobs;
        this.guard = guard;
        this.statuses = statuses;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "jobs",
            summary = "All VMs' replications, failovers and rollbacks in one list",
            description = "Each as in a VM's recent jobs. A page that is filtered by more than vm and times looks at "
                    + FleetJobs.LOOKS * JobPages.LOOKED_AT
                    + " jobs of each kind at most, so it may have fewer than limit, or none, although there is a next one. totals"
                    + " counts the newest "
                    + JobPages.COUNTED
                    + " of each kind that fit, and says whether that were all.")
    @Parameter(
            name = "vm",
            in = ParameterIn.QUERY,
            description = "a VM's context id or name",
            example = "web01",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = JobListParameters.TYPES,
            example = "test_failover",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = JobListParameters.STATUSES,
            example = "failed",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "of the failure",
            example = "network",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "cause",
            in = ParameterIn.QUERY,
            description = "of the failure, its slug",
            example = "unrecognized",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "side",
            in = ParameterIn.QUERY,
            description = "where the fault is",
            example = "destination",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "started_by",
            in = ParameterIn.QUERY,
            description = "name of a user",
            example = "operator",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "only what was started at this time or later",
            example = "2025-10-03T14:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "only what was started before this time",
            example = "2025-10-04T14:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "a part of the VM's name or of a job's id, in any case",
            example = "web",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "started_at, or -started_at (usual) for the newest first",
            example = "-started_at",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 100, usually 50",
            example = "50",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "next of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "totals",
            in = ParameterIn.QUERY,
            description = "true for counts too",
            example = "true",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FleetJobsView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; errors says which.")
    public FleetJobsView jobs(@Context UriInfo address) {
        QueryReader query = new QueryReader(address);
        FleetJobs.Wanted wanted = JobListParameters.ofFleet(query, USUAL, MOST);
        boolean totals = query.flag("totals");
        query.check();
        FleetJobs.Found found = jobs.of(wanted);
        return new FleetJobsView(
                found.jobs(),
                found.jobs().size(),
                found.next() == null ? null : found.next().text(),
                totals ? jobs.totals(wanted) : null);
    }

    @GET
    @Path("/export")
    @Produces({CsvLines.TYPE, JsonLines.TYPE})
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "exportJobs",
            summary = "The same list from its beginning to its end, for spreadsheets and programs",
            description =
                    "Sent while it is read. format says in which form; without it Accept does. What could not be read to"
                            + " its end has a last line that says so.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "csv or jsonl",
            example = "csv",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "vm",
            in = ParameterIn.QUERY,
            description = "a VM's context id or name",
            example = "web01",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = JobListParameters.TYPES,
            example = "test_failover",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = JobListParameters.STATUSES,
            example = "failed",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "of the failure",
            example = "network",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "cause",
            in = ParameterIn.QUERY,
            description = "of the failure, its slug",
            example = "unrecognized",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "side",
            in = ParameterIn.QUERY,
            description = "where the fault is",
            example = "destination",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "started_by",
            in = ParameterIn.QUERY,
            description = "name of a user",
            example = "operator",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "only what was started at this time or later",
            example = "2025-10-03T14:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "only what was started before this time",
            example = "2025-10-04T14:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "a part of the VM's name or of a job's id, in any case",
            example = "web",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "started_at, or -started_at (usual) for the newest first",
            example = "-started_at",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = JsonLines.TYPE)})
    @APIResponse(responseCode = "400", description = "A parameter is wrong; errors says which.")
    public Response export(@Context UriInfo address, @Context HttpHeaders headers, @Context SecurityContext security) {
        QueryReader query = new QueryReader(address);
        FleetJobs.Wanted wanted = JobListParameters.ofFleet(query, EXPORTED, EXPORTED);
        String format = query.word("format", FORMATS, word -> word);
        query.check();
        boolean csv = format == null
                ? headers.getAcceptableMediaTypes().stream()
                        .noneMatch(type -> type.getSubtype().equals("x-ndjson"))
                : format.equals(CSV);
        JobExport export = new JobExport(jobs, security.isUserInRole(Roles.ADMIN) ? null : guard);
        JobExport.Form form = csv ? new CsvLines() : new JsonLines();
        FleetJobs.Found first = jobs.of(wanted);
        StreamingOutput lines = out -> export.write(wanted, first, form, out);
        return Response.ok(lines, csv ? CsvLines.TYPE : JsonLines.TYPE)
                .header("Content-Disposition", "attachment; filename=\"jobs.%s\"".formatted(csv ? CSV : "jsonl"))
                .build();
    }

    @GET
    @Path("/{job_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "job",
            summary = "One job: a failover, a rollback or a replication",
            description = "What the status of a failover or rollback tells, of replications too; these have no steps.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobStatusView.class)))
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(responseCode = "409", description = "Jobs of several VMs have this external id.")
    public JobStatusView job(
            @PathParam("job_id")
                    @Parameter(
                            description = "a job id, or the external id of a failover or rollback",
                            example = "unified-test-failover-web01-1759501320")
                    String id,
            @Context SecurityContext security) {
        return statuses.ofAny(id, security.isUserInRole(Roles.ADMIN));
    }
}
