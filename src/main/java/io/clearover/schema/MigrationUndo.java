package io.clearover.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;

/**
 * Undoes changesets, the newest first. Liquibase's own rollback also undoes what it only marked as ran: it would drop the
 * appliance's tables. Here those are merely forgotten.
 */
final class MigrationUndo {

    private final Database database;
    private final DatabaseChangeLog changelog;
    private final ChangeLogHistoryService history;
    private final ChangeExecListener listener;

    MigrationUndo(Liquibase liquibase, ChangeExecListener listener) throws LiquibaseException {
        database = liquibase.getDatabase();
        changelog = liquibase.getDatabaseChangeLog();
        history = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
        this.listener = listener;
    }

    /** Undoes the newest migrations, a migration being what one file brought. */
    void undo(int migrations) throws LiquibaseException {
        List<String> files = ranFiles();
        for (String file : files.subList(0, Math.min(migrations, files.size()))) {
            undo(file);
        }
    }

    private List<String> ranFiles() throws LiquibaseException {
        return newestFirst().stream().map(RanChangeSet::getChangeLog).distinct().toList();
    }

    private List<RanChangeSet> newestFirst() throws LiquibaseException {
        history.init();
        List<RanChangeSet> ran = new ArrayList<>(history.getRanChangeSets());
        Collections.reverse(ran);
        return ran;
    }

    private void undo(String file) throws LiquibaseException {
        for (RanChangeSet ran : newestFirst()) {
            if (ran.getChangeLog().equals(file)) {
                undo(ran);
            }
        }
    }

    private void undo(RanChangeSet ran) throws LiquibaseException {
        ChangeSet changeset = changelog.getChangeSet(ran);
        if (changeset == null) {
            throw new LiquibaseException(
                    "only the newer version of the product that brought changeset " + ran.getId() + " can undo it");
        }
        listener.willRollback(changeset, changelog, database);
        if (ran.getExecType() != ExecType.MARK_RAN) {
            changeset.rollback(database);
        }
        history.removeFromHistory(changeset);
        database.commit();
    }
}
