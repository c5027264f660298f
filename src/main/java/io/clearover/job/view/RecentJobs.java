package io.clearover.job.view;

import io.clearover.job.ContextId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The one list of a VM: its replications, failovers and rollbacks, newest first. Three statements. Thread-safe. */
@ApplicationScoped
public class RecentJobs {

    private final TrackedJobLists tracked;
    private final ReplicationJobs replications;
    private final JobPages pages;
    private final ListVersions versions;
    private final Clock clock;

    /** Another one after a restart, which may have brought another catalogue of causes. */
    private final String run = UUID.randomUUID().toString();

    RecentJobs() {
        this(null, null, null, null, null);
    }

    @Inject
    public RecentJobs(
            TrackedJobLists tracked, ReplicationJobs replications, JobPages pages, ListVersions versions, Clock clock) {
        this.tracked = tracked;
        this.replications = replications;
        this.pages = pages;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * A page that is asked for.
     *
     * @param from where it begins
     * @param limit how many jobs it has at most
     */
    public record Wanted(ContextId context, JobFilter filter, ListPlace from, int limit) {

        private int most() {
            return JobPages.most(filter, limit);
        }
    }

    /**
     * A page of the list of one VM.
     *
     * @param count how many jobs are on this page
     * @param next what to send as before for the next page; null if there is none
     * @param historyFrom when the oldest job that is recorded of this VM was started, wanted or not; null if there is none
     */
    public record OfVm(String contextId, List<RecentJob> jobs, int count, String next, Instant historyFrom) {}

    /** @param version what {@link #version} tells until something changes; empty where it tells nothing */
    public record Found(OfVm list, Optional<String> version) {}

    /** @throws io.clearover.job.UnknownIdException for an unknown VM */
    public Found of(Wanted wanted) {
        ListPlace from = wanted.from();
        JobFilter filter = wanted.filter();
        ListOrder order = ListOrder.NEWEST_FIRST;
        ReplicationJobs.OfVm vm = replications
                .ofVm(wanted.context().value(), from.replication(), filter, wanted.most())
                .orElseThrow(ContextId::notFound);
        ListedPart<TrackedListRow> jobs =
                tracked.after(from.tracked(), List.of(wanted.context().value()), filter, order, wanted.most());
        JobPages.Page page = pages.page(jobs, vm.part(), from, filter, order, wanted.limit());
        OfVm list = new OfVm(
                wanted.context().value(),
                page.jobs(),
                page.jobs().size(),
                page.next() == null ? null : page.next().text(),
                vm.vm().historyFrom(replications));
        return new Found(list, filter.takesAll() ? version(wanted, vm, jobs) : Optional.empty());
    }

    /**
     * The version of a page, for much less than the page itself costs: one statement more only. Empty for a page that has none.
     *
     * @throws io.clearover.job.UnknownIdException for an unknown VM
     */
    public Optional<String> version(Wanted wanted) {
        if (!wanted.filter().takesAll()) {
            return Optional.empty();
        }
        ListVersions.Page page = versions.of(wanted.context().value(), wanted.from(), wanted.filter(), wanted.most())
                .orElseThrow(ContextId::notFound);
        return version(wanted, page.vm(), page.rows().stream());
    }

    private Optional<String> version(Wanted wanted, ReplicationJobs.OfVm vm, ListedPart<TrackedListRow> jobs) {
        Stream<ListVersion.Row> tracked = jobs.rows().stream()
                .map(TrackedListRow::job)
                .map(job -> new ListVersion.Row(false, job.id(), job.status(), job.updatedAt(), job.completedAt()));
        Stream<ListVersion.Row> copies = vm.part().rows().stream()
                .map(row -> new ListVersion.Row(
                        true,
                        row.listedId(),
                        row.replication().status(),
                        replications.inUtc(row.updatedAt()),
                        row.replication().completedAt()));
        return version(wanted, vm.vm(), Stream.concat(tracked, copies));
    }

    private Optional<String> version(Wanted wanted, ListedVm vm, Stream<ListVersion.Row> rows) {
        return ListVersion.of(rows.toList(), clock.instant(), run + wanted + vm);
    }
}
