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
    private final SchemaProgress progress;

    MigrationUndo(Liquibase liquibase, SchemaProgress progress) throws LiquibaseException {
        database = liquibase.getDatabase();
        changelog = liquibase.getDatabaseChangeLog();
        history = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
        this.progress = progress;
    }

    /** Undoes the newest migrations, a migration being what one file brought. */
    void undo(int migrations) throws LiquibaseException {
        List<String> files = ranFiles();
        for (String file : files.subList(0, Math.min(migrations, files.size()))) {
            undo(file);
        }
    }

    /**
     * Undoes all but what made a table that was missing; when nothing is left, the migration library's own table goes too. That
     * a table was there already is forgotten.
     */
    void undoAdditions() throws LiquibaseException {
        for (RanChangeSet ran : newestFirst()) {
            if (ran.getExecType() == ExecType.MARK_RAN || !Changeset.isOfApplianceSchema(ran.getChangeLog())) {
                undo(ran);
            }
        }
        if (newestFirst().isEmpty()) {
            history.destroy();
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
        progress.willRollback(changeset, changelog, database);
        if (ran.getExecType() != ExecType.MARK_RAN) {
            changeset.rollback(database);
            progress.done();
        }
        history.removeFromHistory(changeset);
        database.commit();
    }
}
