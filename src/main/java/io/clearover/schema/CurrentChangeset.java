package io.clearover.schema;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Knows which changeset is being run or undone, so that a failure can name it. */
final class CurrentChangeset extends AbstractChangeExecListener {

    private String name = "";

    @Override
    public void willRun(ChangeSet changeset, DatabaseChangeLog changelog, Database database, RunStatus status) {
        name = changeset.getId();
    }

    @Override
    public void willRollback(ChangeSet changeset, DatabaseChangeLog changelog, Database database) {
        name = changeset.getId();
    }

    /** Such as ", at changeset 20251003160000_add_operation_summary", or nothing before the first. */
    @Override
    public String toString() {
        return name.isEmpty() ? "" : ", at changeset " + name;
    }
}
