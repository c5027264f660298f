package io.clearover.acceptance.model;

import io.clearover.acceptance.support.Clearover;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold at any time, read from the database: each question is one statement, so it sees one moment. */
final class ModelInvariants {

    private static final String OURS = " j.owner LIKE 'clearover@%' ";

    private static final String SEVERAL_RUNNING = "SELECT CONCAT(j.context_id, ' has several operations running')"
            + " FROM job_tracking j WHERE" + OURS
            + "AND j.status IN ('pending', 'running') GROUP BY j.context_id HAVING COUNT(*) > 1";

    private static final String TOO_MANY_STEPS =
            """
            SELECT CONCAT(id, ' has finished more steps than planned, or has two at once')
              FROM (SELECT j.id, JSON_LENGTH(j.metadata, '$.plan') AS planned, COUNT(*) AS steps,
                           COUNT(DISTINCT s.seq) AS numbers, SUM(s.status = 'running') AS running,
                           SUM(s.status IN ('completed', 'skipped') AND s.seq <= JSON_LENGTH(j.metadata, '$.plan')) AS finished
                      FROM job_tracking j JOIN job_steps s ON s.job_id = j.id
                     WHERE %s GROUP BY j.id, j.metadata) jobs
             WHERE finished > planned OR running > 1 OR steps <> numbers
            """
                    .formatted(OURS);

    private static final String RUNNING_IN_ENDED =
            """
            SELECT CONCAT(j.id, ' has ended, its step ', s.name, ' has not')
              FROM job_tracking j JOIN job_steps s ON s.job_id = j.id
             WHERE %s AND s.status = 'running' AND j.status NOT IN ('pending', 'running')
            """
                    .formatted(OURS);

    /** The newest ended job is the one that ended last. */
    private static final String OTHER_SUMMARY =
            """
            SELECT CONCAT(c.vm_name, ' has the summary of ', COALESCE(JSON_VALUE(c.last_operation_summary, '$.job_id'), 'none'),
                          ', its newest ended job is another, or ended otherwise')
              FROM vm_replication_contexts c
             WHERE EXISTS (SELECT 1 FROM job_tracking j WHERE j.context_id = c.context_id AND %1$s
                              AND j.completed_at IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM job_tracking j
                  WHERE j.context_id = c.context_id AND %1$s
                    AND j.id = JSON_VALUE(c.last_operation_summary, '$.job_id')
                    AND j.status = JSON_VALUE(c.last_operation_summary, '$.status')
                    AND j.completed_at = (SELECT MAX(n.completed_at) FROM job_tracking n
                                           WHERE n.context_id = c.context_id AND n.owner LIKE 'clearover@%%'))
            """
                    .formatted(OURS);

    private static final String PROGRESS =
            "SELECT CONCAT(j.id, ' ', COALESCE(j.percent_complete, 0)) FROM job_tracking j WHERE" + OURS;

    /** All that is recorded of each ended job. */
    private static final String ENDED =
            """
            SELECT CONCAT(j.id, ' ', CONCAT_WS('|', j.status, j.error_message, j.completed_at, j.percent_complete, j.metadata,
                          j.canceled_at, j.owner, j.updated_at,
                          (SELECT GROUP_CONCAT(CONCAT_WS('|', s.seq, s.name, s.status, s.completed_at, s.error_message)
                                  ORDER BY s.seq) FROM job_steps s WHERE s.job_id = j.id)))
              FROM job_tracking j WHERE %s AND j.status NOT IN ('pending', 'running')
            """
                    .formatted(OURS);

    private final Clearover clearover;
    private final Map<String, Integer> progress = new HashMap<>();
    private final Map<String, String> ended = new HashMap<>();

    ModelInvariants(Clearover clearover) {
        this.clearover = clearover;
    }

    /** What doesn't hold, one line each. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        List.of(SEVERAL_RUNNING, TOO_MANY_STEPS, RUNNING_IN_ENDED, OTHER_SUMMARY)
                .forEach(question -> broken.addAll(clearover.texts(question)));
        clearover.texts(PROGRESS).forEach(text -> {
            String[] words = text.split(" ");
            int now = Integer.parseInt(words[1]);
            Integer before = progress.put(words[0], now);
            if (now > 100 || before != null && before > now) {
                broken.add("the progress of %s was %s and is %d".formatted(words[0], before, now));
            }
        });
        clearover.texts(ENDED).forEach(text -> {
            String job = text.substring(0, text.indexOf(' '));
            String before = ended.putIfAbsent(job, text);
            if (before != null && !before.equals(text)) {
                broken.add("an ended job has changed from %s to %s".formatted(before, text));
            }
        });
        return broken;
    }
}
