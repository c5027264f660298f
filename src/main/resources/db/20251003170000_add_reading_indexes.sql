--liquibase formatted sql

-- A VM's newest jobs without reading its whole history: the order of the recent-jobs list is the order of the index. No
-- statement copies a table or keeps other programs from it, there and back.

--changeset clearover:20251003170000_add_reading_indexes.replication_jobs
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'replication_jobs' AND index_name = 'idx_clearover_replication_jobs_recent'
CREATE INDEX idx_clearover_replication_jobs_recent ON replication_jobs (vm_context_id, created_at) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE replication_jobs DROP INDEX idx_clearover_replication_jobs_recent, ALGORITHM = INPLACE, LOCK = NONE;

--changeset clearover:20251003170000_add_reading_indexes.job_tracking
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'job_tracking' AND index_name = 'idx_clearover_job_tracking_recent'
CREATE INDEX idx_clearover_job_tracking_recent ON job_tracking (context_id, started_at) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE job_tracking DROP INDEX idx_clearover_job_tracking_recent, ALGORITHM = INPLACE, LOCK = NONE;
