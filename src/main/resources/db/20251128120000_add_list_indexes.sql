--liquibase formatted sql

-- The lists of jobs and of VMs, however long the history.

--changeset clearover:20251128120000_add_list_indexes.job_tracking.shown
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'job_tracking' AND index_name = 'idx_clearover_job_tracking_shown'
-- The newest failovers and rollbacks of the fleet, without those that are parts of others.
CREATE INDEX idx_clearover_job_tracking_shown ON job_tracking (job_type, started_at, id, parent_job_id) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE job_tracking DROP INDEX idx_clearover_job_tracking_shown, ALGORITHM = INPLACE, LOCK = NONE;

--changeset clearover:20251128120000_add_list_indexes.replication_jobs.newest
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'replication_jobs' AND index_name = 'idx_clearover_replication_jobs_newest'
-- The newest replications of the fleet.
CREATE INDEX idx_clearover_replication_jobs_newest ON replication_jobs (created_at) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE replication_jobs DROP INDEX idx_clearover_replication_jobs_newest, ALGORITHM = INPLACE, LOCK = NONE;

--changeset clearover:20251128120000_add_list_indexes.job_tracking.operation
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'job_tracking' AND index_name = 'idx_clearover_job_tracking_operation'
-- A VM's last test.
CREATE INDEX idx_clearover_job_tracking_operation ON job_tracking (context_id, operation, started_at) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE job_tracking DROP INDEX idx_clearover_job_tracking_operation, ALGORITHM = INPLACE, LOCK = NONE;

--changeset clearover:20251128120000_add_list_indexes.replication_jobs.done
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'replication_jobs' AND index_name = 'idx_clearover_replication_jobs_done'
-- A VM's last replication that succeeded.
CREATE INDEX idx_clearover_replication_jobs_done ON replication_jobs (vm_context_id, status, completed_at) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE replication_jobs DROP INDEX idx_clearover_replication_jobs_done, ALGORITHM = INPLACE, LOCK = NONE;
