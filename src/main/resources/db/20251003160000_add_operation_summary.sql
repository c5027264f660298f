--liquibase formatted sql

-- The summary of a VM's last operation, found by its time. Some appliances have the column already: it is taken as it is,
-- with its data, and stays when this is undone. No statement copies the table or keeps other programs from it, there and back;
-- one that can't be done so is refused by the database. (MySQL could not add the check in place; there is none on it there.)

--changeset clearover:20251003160000_add_operation_summary stripComments:false
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'vm_replication_contexts' AND column_name = 'last_operation_summary'
ALTER TABLE vm_replication_contexts
    ADD COLUMN last_operation_summary longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
        COMMENT 'Summary of most recent operation for GUI visibility' /*M! CHECK (json_valid(last_operation_summary)) */,
    ALGORITHM = INSTANT;
--rollback ALTER TABLE vm_replication_contexts DROP COLUMN last_operation_summary, ALGORITHM = INSTANT;

--changeset clearover:20251003160000_add_operation_summary.time
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'vm_replication_contexts' AND column_name = 'last_operation_time'
-- ISO-8601 in UTC sorts as text. Virtual, because adding it then changes no row. Invisible, because other programs write
-- this table, perhaps without naming its columns. The guards keep text that is no JSON, or a timestamp of any length, from
-- failing someone's write.
ALTER TABLE vm_replication_contexts
    ADD COLUMN last_operation_time varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (CASE WHEN json_valid(last_operation_summary)
            THEN left(json_value(last_operation_summary, '$.timestamp'), 40) END) VIRTUAL INVISIBLE,
    ALGORITHM = INSTANT;
--rollback ALTER TABLE vm_replication_contexts DROP COLUMN last_operation_time, ALGORITHM = INSTANT;

--changeset clearover:20251003160000_add_operation_summary.index
--validCheckSum: 1:any
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(DISTINCT index_name) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'vm_replication_contexts' AND index_name = 'idx_vm_contexts_last_op_time'
CREATE INDEX idx_vm_contexts_last_op_time ON vm_replication_contexts (last_operation_time) ALGORITHM = INPLACE LOCK = NONE;
--rollback ALTER TABLE vm_replication_contexts DROP INDEX idx_vm_contexts_last_op_time, ALGORITHM = INPLACE, LOCK = NONE;
