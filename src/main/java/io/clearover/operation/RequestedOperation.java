package io.clearover.operation;

import io.clearover.job.FailoverType;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.Options;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What somebody wants to be started.
 *
 * @param failoverType what a rollback is said to roll back; null if that isn't said
 * @param plan names of all steps, for a test or for a live failover and its rollback
 * @param key id of the job that an Idempotency-Key stands for; empty without one
 * @param retryOf id of the job that this one repeats; null if it repeats none
 * @param scope what a rollback is wanted of
 */
public record RequestedOperation(
        JobKind kind,
        VmRef vm,
        FailoverType failoverType,
        Function<FailoverType, List<String>> plan,
        Options options,
        String user,
        Optional<JobId> key,
        String retryOf,
        RollbackScope scope) {

    /**
     * The request as whoever sends it means it. The appliance's GUI takes what is left of a live failover that failed for a
     * test's, and then says nothing of the source VM but that of a test it stays as it is.
     *
     * @param found what there is to roll back
     */
    RequestedOperation of(FailoverType found) {
        boolean mistaken = kind == JobKind.ROLLBACK && failoverType == FailoverType.TEST && found == FailoverType.LIVE;
        return mistaken
                ? new RequestedOperation(
                        kind, vm, found, plan, options.withoutPowerOn(false), user, key, retryOf, scope)
                : this;
    }

    void requireType(FailoverType found) {
        if (failoverType != null && failoverType != found) {
            throw new WrongRequestException(
                    "failover_type",
                    "must be %s, which is what there is to roll back; or leave it out".formatted(found.text()));
        }
        if (found == FailoverType.TEST && Boolean.TRUE.equals(options.powerOnSource())) {
            throw new WrongRequestException(
                    "power_on_source", "must be false: a test failover leaves the source VM running");
        }
    }
}
