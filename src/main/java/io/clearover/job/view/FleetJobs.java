package io.clearover.job.view;

import io.clearover.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one list of all VMs' replications, failovers and rollbacks. Three statements, one more for those of a VM;
 * a filter of which little is found has them again, a few times. Thread-safe. */
@ApplicationScoped
public class FleetJobs {

    /** Uses PRIMARY and idx_vm_name. Of more VMs of one name the first are taken. */
    private static final String VMS =
            """
            SELECT context_id FROM vm_replication_contexts WHERE context_id = :vm
            UNION SELECT context_id FROM vm_replication_contexts WHERE vm_name = :vm LIMIT 20
            """;

    /** How often {@link JobPages#LOOKED_AT} rows of each table are looked at for a page. */
    public static final int LOOKS = 5;

    private final Database database;
    private final TrackedJobLists tracked;
    private final ReplicationJobs replications;
    private final JobPages pages;

    FleetJobs() {
        this(null, null, null, null);
    }

    @Inject
    public FleetJobs(Database database, TrackedJobLists tracked, ReplicationJobs replications, JobPages pages) {
        this.database = database;
        this.tracked = tracked;
        this.replications = replications;
        this.pages = pages;
    }

    /**
     * A page that is asked for.
     *
     * @param vm id or name of the VM whose jobs are wanted; null for any
     * @param from where it begins
     * @param limit how many jobs it has at most
     */
    public record Wanted(String vm, JobFilter filter, ListOrder order, ListPlace from, int limit) {

        /** The same from another place on. */
        public Wanted from(ListPlace place) {
            return new Wanted(vm, filter, order, place, limit);
        }
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null if there is no more to look at
     */
    public record Found(List<RecentJob> jobs, ListPlace next) {}

    /** A page; where few of the rows that are looked at are wanted, some more are looked at, but never more than so many. */
    public Found of(Wanted wanted) {
        List<String> contexts = contexts(wanted.vm());
        List<RecentJob> jobs = new ArrayList<>();
        ListPlace place = wanted.from();
        for (int look = 0; look < LOOKS && place != null && jobs.size() < wanted.limit(); look++) {
            JobPages.Page page = look(wanted, contexts, place, wanted.limit() - jobs.size());
            jobs.addAll(page.jobs());
            place = page.next();
        }
        return new Found(jobs, place);
    }

    private JobPages.Page look(Wanted wanted, List<String> contexts, ListPlace from, int limit) {
        int most = JobPages.most(wanted.filter(), limit);
        return pages.page(
                tracked.after(from.tracked(), contexts, wanted.filter(), wanted.order(), most),
                replications.after(from.replication(), contexts, wanted.filter(), wanted.order(), most),
                from,
                wanted.filter(),
                wanted.order(),
                limit);
    }

    /** How many of the newest jobs that are wanted there are of each status, and of each cause. */
    public JobTotals totals(Wanted wanted) {
        List<String> contexts = contexts(wanted.vm());
        JobFilter filter = wanted.filter().forTotals();
        ListOrder order = ListOrder.NEWEST_FIRST;
        return pages.totals(
                tracked.after(null, contexts, filter, order, JobPages.COUNTED),
                replications.after(null, contexts, filter, order, JobPages.COUNTED),
                wanted.filter());
    }

    /** Those of a VM that is gone are found by its id alone. */
    private List<String> contexts(String vm) {
        if (vm == null) {
            return null;
        }
        List<String> named = database.list(VMS, Map.of("vm", vm), Named.class).stream()
                .map(Named::contextId)
                .toList();
        return Stream.concat(named.stream(), Stream.of(vm)).distinct().toList();
    }

    /** A row of {@link #VMS}. */
    public record Named(String contextId) {}
}
