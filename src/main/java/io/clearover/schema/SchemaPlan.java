package io.clearover.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a start would do to a database, and what is to be known of it before; nothing is changed to find out.
 *
 * @param differences from the appliance's tables that this version was made for, one line each
 * @param steps what would be done, in its order
 * @param missingRights of this account to do it, such as "INDEX on the schema oma"
 */
record SchemaPlan(List<String> differences, List<Step> steps, List<String> missingRights) {

    /** One statement, and the size of the table that is there for it. */
    record Step(Changeset changeset, TableSize size) {

        /** Such as "idx on job_tracking (about 1,000 rows, 1 MB): about 1 s". */
        String said() {
            String what = changeset.name();
            if (changeset.makesTable()) {
                return "%s: makes the table %s, which is missing".formatted(what, changeset.table());
            }
            boolean instant = changeset.statement().contains("ALGORITHM = INSTANT");
            return "%s: %s, %s, %s"
                    .formatted(
                            what,
                            changeset.table(),
                            size,
                            instant
                                    ? "at once"
                                    : "about %d s, while others read and write"
                                            .formatted(size.indexing().toSeconds()));
        }
    }

    private static final String SIZE = "SELECT table_rows, data_length FROM information_schema.tables"
            + " WHERE table_schema = DATABASE() AND table_name = ?";

    /**
     * @param all changesets in their order
     * @param ran names of those that have run
     */
    static SchemaPlan of(Connection connection, List<Changeset> all, Set<String> ran) throws SQLException {
        List<Changeset> tables = all.stream().filter(Changeset::makesTable).toList();
        List<Step> steps = new ArrayList<>();
        for (Changeset changeset : all) {
            if (!ran.contains(changeset.name()) && isToDo(connection, changeset)) {
                steps.add(new Step(changeset, size(connection, changeset.table())));
            }
        }
        return new SchemaPlan(
                SchemaDifferences.of(connection, tables),
                steps,
                ran.size() == all.size() ? List.of() : DatabaseRights.missingToMigrate(connection, false));
    }

    private static boolean isToDo(Connection connection, Changeset changeset) throws SQLException {
        return changeset.expected().equals(Rows.first(connection, changeset.question()));
    }

    static TableSize size(Connection connection, String table) throws SQLException {
        List<List<String>> found = Rows.of(connection, SIZE, table);
        return found.isEmpty() || found.get(0).get(0) == null
                ? TableSize.NONE
                : new TableSize(
                        Long.parseLong(found.get(0).get(0)),
                        Long.parseLong(found.get(0).get(1)));
    }
}
