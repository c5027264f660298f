package io.clearover.vm.rest;

import io.clearover.vm.VmStatus;
import io.clearover.web.QueryReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which VMs are listed, and in which order.
 *
 * @param text a part of the name, in any case; null for any
 * @param statuses of the VM; empty for any
 * @param lastStatus how its last operation ended; null for any
 * @param sort by what they are sorted
 * @param limit how many at most
 * @param offset how many of them are left out before
 */
record VmFilter(String text, Set<VmStatus> statuses, String lastStatus, Sort sort, int limit, int offset) {

    /** How many are listed at most, and usually. */
    static final int MOST = 5000;

    private static final int LONGEST = 255;

    private static final String[] LAST_STATUSES = {"completed", "failed", "cancelled"};

    /** What they can be sorted by; two are sorted alike by nothing. */
    enum Sort {
        NAME("name", "c.vm_name, c.context_id"),
        NAME_DOWN("-name", "c.vm_name DESC, c.context_id DESC"),
        LAST_OPERATION("last_operation", "c.last_operation_time, c.context_id"),
        LAST_OPERATION_DOWN("-last_operation", "c.last_operation_time DESC, c.context_id DESC");

        private final String word;
        private final String columns;

        Sort(String word, String columns) {
            this.word = word;
            this.columns = columns;
        }

        String columns() {
            return columns;
        }
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws io.clearover.web.ProblemException (400) with all that is wrong
     */
    static VmFilter of(QueryReader query) {
        Sort sort = query.word("sort", Sort.values(), value -> value.word);
        VmFilter read = new VmFilter(
                query.text("text", LONGEST),
                query.words("status", VmStatus.values(), VmStatus::text),
                query.word("last_status", LAST_STATUSES, word -> word),
                sort == null ? Sort.NAME : sort,
                query.number("limit", 1, MOST, MOST),
                query.number("offset", 0, Integer.MAX_VALUE, 0));
        query.check();
        return read;
    }

    /** The statement with the condition in place of its first part, and the order in place of its second. */
    String in(String statement) {
        return statement.formatted(condition(), sort.columns());
    }

    /** All VMs are looked at: they are no history. */
    private String condition() {
        String named = text == null ? "" : " AND LOCATE(:text, c.vm_name) > 0";
        String last = lastStatus == null
                ? ""
                : " AND CASE WHEN JSON_VALID(c.last_operation_summary)"
                        + " THEN JSON_VALUE(c.last_operation_summary, '$.status') END = :last_status";
        String states = statuses.isEmpty()
                ? ""
                : statuses.stream()
                        .map(status -> "'" + status.text() + "'")
                        .collect(Collectors.joining(", ", " AND c.current_status IN (", ")"));
        return named.isEmpty() && last.isEmpty() && states.isEmpty() ? "" : " WHERE TRUE" + named + states + last;
    }

    /** What the statement's parameters are, in a map that may be changed. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit, "offset", offset));
        if (text != null) {
            parameters.put("text", text);
        }
        if (lastStatus != null) {
            parameters.put("last_status", lastStatus);
        }
        return parameters;
    }
}
