package io.clearover.job;

import io.clearover.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which server owns a running job, and since when nobody has heard of that server: {@code job_tracking.owner} names the
 * owner, {@code updated_at} its last sign of life. All times are the database's own, so servers' clocks don't matter.
 * Thread-safe; methods that change something have a transaction of their own, which waits for no other.
 */
@ApplicationScoped
public class JobLeases {

    /** The owner of a job that its server gave up when it stopped. */
    private static final String NOBODY = OurJobs.owner("nobody");

    /** By the primary key, so that no row of another server is locked, and without waiting for a row that is. */
    private static final String MINE = "SELECT id, owner FROM job_tracking WHERE id IN (<ids>)" + " AND "
            + RunningJobs.NOT_ENDED + " AND owner = :me FOR UPDATE SKIP LOCKED";

    /**
     * Beside what else is set: where another program has left no JSON, MariaDB's check of the column would refuse any change of
     * the row, and with it that of all others of the same statement.
     */
    private static final String MENDED = ", metadata = CASE WHEN JSON_VALID(metadata) THEN metadata END";

    private static final String RENEW =
            "UPDATE job_tracking SET updated_at = CURRENT_TIMESTAMP" + MENDED + " WHERE id IN (<ids>)";

    /** By the primary key. */
    private static final String TAKEN = "SELECT id, owner FROM job_tracking WHERE id IN (<ids>) AND owner <> :me";

    private static final String GIVE_UP = "UPDATE job_tracking SET owner = :nobody" + MENDED + " WHERE id = :id AND "
            + RunningJobs.NOT_ENDED + " AND owner = :me";

    private static final String RELEASE =
            "UPDATE job_tracking SET owner = :nobody" + MENDED + " WHERE " + RunningJobs.NOT_ENDED + " AND owner = :me";

    /**
     * Whose server is dead: given up; or nothing heard for a while, which is shorter if it was this very node's earlier life.
     * One may be this server's own: nothing is heard of one that it doesn't run.
     */
    private static final String ABANDONED = " " + RunningJobs.NOT_ENDED + " AND " + OurJobs.OURS
            + """

               AND (owner = :nobody
                    OR :judges AND updated_at < CURRENT_TIMESTAMP - INTERVAL :lease SECOND
                    OR owner LIKE :my_lives AND owner <> :me
                       AND updated_at < CURRENT_TIMESTAMP - INTERVAL :of_my_lives SECOND)
            """;

    /** Uses idx_status. */
    private static final String FIND =
            "SELECT id, owner FROM job_tracking WHERE" + ABANDONED + " ORDER BY started_at LIMIT 100";

    /** By the primary key; a row that is locked is somebody's who lives, or is taken at another time. */
    private static final String LOCK = "SELECT id, owner FROM job_tracking WHERE id = :id AND owner = :previous AND"
            + ABANDONED + " FOR UPDATE SKIP LOCKED";

    private static final String TAKE =
            "UPDATE job_tracking SET owner = :me, updated_at = CURRENT_TIMESTAMP" + MENDED + " WHERE id = :id";

    /** Uses idx_status. */
    private static final String TO_STOP = "SELECT id, owner FROM job_tracking" + " WHERE " + RunningJobs.NOT_ENDED
            + " AND owner = :me AND canceled_at IS NOT NULL";

    private final Database database;
    private final NodeIdentity node;

    JobLeases() {
        this(null, null);
    }

    @Inject
    public JobLeases(Database database, NodeIdentity node) {
        this.database = database;
        this.node = node;
    }

    /**
     * After what time without a sign of life a server counts as dead.
     *
     * @param lease for any server; whole seconds, as the database counts
     * @param ofEarlierLife for an earlier life of this node, of which nothing should be heard any more; whole seconds
     * @param judgesOthers whether the lease counts at all: not while this server itself could give no sign of life, since
     *     then the database was away, and the others are silent for that
     */
    public record Silence(Duration lease, Duration ofEarlierLife, boolean judgesOthers) {}

    /** A job and who owns it. */
    public record Owned(String id, String owner) {

        public JobId jobId() {
            return new JobId(id);
        }
    }

    /**
     * A sign of life for those of the jobs that are this server's, except those whose row somebody else is writing: it never
     * waits, since one row would keep all other jobs from it.
     *
     * @param running those that wait or run here
     * @return those that got it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public List<JobId> renew(Collection<JobId> running) {
        List<JobId> renewed = among(running, MINE);
        if (!renewed.isEmpty()) {
            database.update(RENEW, Map.of("ids", values(renewed)));
        }
        return renewed;
    }

    /** Those of the jobs that are another server's by now. */
    @Transactional(TxType.SUPPORTS)
    public List<JobId> taken(Collection<JobId> jobs) {
        return among(jobs, TAKEN);
    }

    private List<JobId> among(Collection<JobId> jobs, String query) {
        return jobs.isEmpty()
                ? List.of()
                : jobIds(database.list(query, Map.of("me", node.owner(), "ids", values(jobs)), Owned.class));
    }

    /** Gives up one job, so that a server takes it, this one or another. */
    @Transactional(TxType.REQUIRES_NEW)
    public void giveUp(JobId job) {
        database.update(GIVE_UP, Map.of("id", job.value(), "me", node.owner(), "nobody", NOBODY));
    }

    /** Gives up all jobs of this server, so that another, or its next life, takes them at once. */
    @Transactional(TxType.REQUIRES_NEW)
    public void release() {
        database.update(RELEASE, Map.of("me", node.owner(), "nobody", NOBODY));
    }

    /** Jobs whose server is dead, oldest first, at most a hundred. */
    @Transactional(TxType.SUPPORTS)
    public List<Owned> abandoned(Silence silence) {
        return database.list(FIND, parameters(silence), Owned.class);
    }

    /** Makes an abandoned job this server's; false if another was faster, or its row is locked. Never waits. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean take(Owned job, Silence silence) {
        Map<String, Object> parameters = parameters(silence);
        parameters.put("id", job.id());
        parameters.put("previous", job.owner());
        return database.first(LOCK, parameters, Owned.class).isPresent()
                && database.update(TAKE, Map.of("me", node.owner(), "id", job.id())) == 1;
    }

    /** Jobs of this server that somebody asked to stop. */
    @Transactional(TxType.SUPPORTS)
    public List<JobId> toStop() {
        return jobIds(database.list(TO_STOP, Map.of("me", node.owner()), Owned.class));
    }

    private static List<JobId> jobIds(List<Owned> jobs) {
        return jobs.stream().map(Owned::jobId).toList();
    }

    private static List<String> values(Collection<JobId> jobs) {
        return jobs.stream().map(JobId::value).toList();
    }

    private Map<String, Object> parameters(Silence silence) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("me", node.owner(), "my_lives", node.anyLife(), "nobody", NOBODY));
        parameters.put("lease", silence.lease().toSeconds());
        parameters.put("of_my_lives", silence.ofEarlierLife().toSeconds());
        parameters.put("judges", silence.judgesOthers());
        return parameters;
    }
}
