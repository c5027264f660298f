package io.clearover.job;

import io.clearover.database.Json;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.json.bind.JsonbException;
import java.util.List;

/**
 * What {@code job_tracking.metadata} says of a job. The first six are the appliance's own keys; older programs write
 * fewer, and others that are ignored here.
 *
 * @param failoverType test or live; of a rollback, what it rolls back
 * @param startedBy name of the user who started the operation; null for jobs of other programs
 * @param plan names of all steps in their order, fixed before the first; null for jobs of other programs
 * @param performFinalSync as requested, as the next three; see {@link Options}
 * @param retryOf id of the job that this one repeats; null if it repeats none
 * @param replacedVolumeId the volume that a failover takes off the VM it made, to put the VM's own disks in its place; null
 *     until it does
 * @param sourceSwitchedOff whether a live failover was about to switch the source VM off, or has; null if it wasn't
 * @param resumed how often another server went on with it after one had died; null for never
 * @param testOutcome what somebody found when testing the VM; null until it is recorded
 * @param volumes ids of the replicated volumes that the operation moves, the one with the operating system first; null until it
 *     has read them
 * @param overwritten true if another program has written over what was recorded here; null otherwise
 * @param changed whether the operation may have changed anything outside; null if that isn't known
 * @param lastingFailure the raw error of what can't succeed any more, however often the job does it again; null if there is
 *     nothing such
 * @param failureChecks what was found after the job had failed; null until then
 * @param vmNameOrId for the appliance's readers of a rollback, as the next two, and read by nobody here: the VM's name
 * @param forceCleanup false
 * @param operation what the appliance calls any rollback
 */
@RecordBuilder
public record JobMetadata(
        String contextId,
        String vmwareVmId,
        String vmName,
        String failoverType,
        String failoverJobId,
        String externalJobId,
        String startedBy,
        List<String> plan,
        Boolean performFinalSync,
        Boolean skipVirtio,
        Boolean powerOffSource,
        Boolean powerOnSource,
        String retryOf,
        String replacedVolumeId,
        Boolean sourceSwitchedOff,
        Integer resumed,
        TestOutcome testOutcome,
        List<String> volumes,
        Boolean overwritten,
        Boolean changed,
        String lastingFailure,
        KeptChecks failureChecks,
        String vmNameOrId,
        Boolean forceCleanup,
        String operation) {

    /** What the appliance notes of a rollback. */
    private static final String ROLLBACK = "unified-failover-rollback";

    private static final JobMetadata NONE = JobMetadataBuilder.builder().build();

    /** What is known of an operation whose record is gone: what its row's other columns say, and the plan of its kind. */
    static JobMetadata lost(ContextId context, String externalJobId, FailoverType type, List<String> plan) {
        return JobMetadataBuilder.builder()
                .contextId(context.value())
                .failoverType(type.text())
                .failoverJobId(externalJobId)
                .externalJobId(externalJobId)
                .plan(plan)
                .overwritten(true)
                .build();
    }

    /** Reads the column; what isn't a JSON object of this form says nothing, and is no error. */
    public static JobMetadata of(String json) {
        if (json == null || !json.stripLeading().startsWith("{")) {
            return NONE;
        }
        try {
            return Json.read(json, JobMetadata.class);
        } catch (JsonbException notOurs) {
            return NONE;
        }
    }

    /** The same, as the appliance's readers expect it of a rollback. */
    public JobMetadata asRollback() {
        return change().vmNameOrId(vmName)
                .forceCleanup(false)
                .operation(ROLLBACK)
                .build();
    }

    public String toJson() {
        return Json.write(this);
    }

    public List<String> planned() {
        return plan == null ? List.of() : plan;
    }

    /**
     * Whether a step takes back what steps of the plan did; where the plan is gone, none is known to, as an undo's steps have
     * other names.
     *
     * @param seq the step's place, the first being 1
     */
    public boolean isUndo(int seq) {
        return !planned().isEmpty() && seq > planned().size();
    }

    public FailoverType type() {
        return FailoverType.of(failoverType);
    }

    /** What the request asked for. */
    public Options options() {
        return new Options(performFinalSync, skipVirtio, powerOffSource, powerOnSource);
    }

    /** Whether a live failover was about to switch the source VM off, or has. */
    public boolean hasSwitchedSourceOff() {
        return Boolean.TRUE.equals(sourceSwitchedOff);
    }

    /** How often another server went on with it after one had died. */
    public int timesResumed() {
        return resumed == null ? 0 : resumed;
    }

    /** Whether another program has written over it, so that some of it may be gone. */
    public boolean isOverwritten() {
        return Boolean.TRUE.equals(overwritten);
    }

    /** Whether the operation may have changed anything outside; only what is known to have changed nothing has not. */
    public boolean mayHaveChanged() {
        return !Boolean.FALSE.equals(changed);
    }

    /** Whether what was fixed when the job was opened is the same in both. */
    boolean opensAs(JobMetadata other) {
        return opening().equals(other.opening());
    }

    /** Without what is noted later. */
    private JobMetadata opening() {
        return change().replacedVolumeId(null)
                .sourceSwitchedOff(null)
                .resumed(null)
                .testOutcome(null)
                .volumes(null)
                .overwritten(null)
                .changed(null)
                .lastingFailure(null)
                .failureChecks(null)
                .build();
    }

    JobMetadata with(TestOutcome outcome) {
        return change().testOutcome(outcome).build();
    }

    JobMetadata with(KeptChecks found) {
        return change().failureChecks(found).build();
    }

    JobMetadata withReplacedVolume(String volumeId) {
        return change().replacedVolumeId(volumeId).build();
    }

    JobMetadata withResumed(int times) {
        return change().resumed(times).build();
    }

    JobMetadata withSourceSwitchedOff() {
        return change().sourceSwitchedOff(true).build();
    }

    JobMetadata withVolumes(List<String> ids) {
        return change().volumes(ids).build();
    }

    JobMetadata asOverwritten() {
        return change().overwritten(true).build();
    }

    JobMetadata withChange() {
        return change().changed(true).build();
    }

    JobMetadata withLastingFailure(String error) {
        return change().changed(true).lastingFailure(error).build();
    }

    private JobMetadataBuilder change() {
        return JobMetadataBuilder.builder(this);
    }
}
