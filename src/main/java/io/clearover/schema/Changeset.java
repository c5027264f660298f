package io.clearover.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.Precondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.SqlPrecondition;

/**
 * One change of the schema as its file describes it.
 *
 * @param sql its statement
 * @param file the migration that it belongs to
 * @param question a query that tells whether it is to be done
 * @param expected the answer if it is
 */
record Changeset(String name, String file, String sql, String question, String expected) {

    /** The appliance's own tables: made where they are missing, and never taken away from an appliance. */
    private static final String APPLIANCE_SCHEMA = "appliance_schema";

    private static final Pattern TABLE =
            Pattern.compile("(?:CREATE TABLE|ALTER TABLE|CREATE INDEX \\w+ ON) (\\w+)", Pattern.CASE_INSENSITIVE);

    static Changeset of(ChangeSet read) {
        String sql = ((AbstractSQLChange) read.getChanges().get(0)).getSql();
        SqlPrecondition question = question(read.getPreconditions());
        return new Changeset(
                read.getId(), read.getFilePath(), sql, question.getSql(), String.valueOf(question.getExpectedResult()));
    }

    private static SqlPrecondition question(PreconditionContainer preconditions) {
        List<Precondition> nested = preconditions.getNestedPreconditions();
        return nested.stream()
                .filter(SqlPrecondition.class::isInstance)
                .map(SqlPrecondition.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it makes one of the appliance's own tables. */
    boolean makesTable() {
        return isOfApplianceSchema(file);
    }

    static boolean isOfApplianceSchema(String file) {
        return file.contains(APPLIANCE_SCHEMA);
    }

    /** The table that it makes or changes. */
    String table() {
        Matcher matcher = TABLE.matcher(sql);
        if (!matcher.find()) {
            throw new IllegalStateException("changeset " + name + " names no table");
        }
        return matcher.group(1);
    }

    /** The statement in one line. */
    String statement() {
        return sql.replaceAll("(?m)^\\s*--.*$", "")
                .replaceAll("/\\*M! (.*?) \\*/", "$1")
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll(";$", "");
    }
}
