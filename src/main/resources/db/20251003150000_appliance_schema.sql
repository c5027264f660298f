--liquibase formatted sql

-- The appliance's own tables, for a database that does not have them. A table that is there belongs to the appliance: it
-- is only noted as there (MARK_RAN), and neither this file nor its way back touches it.
--
-- What the appliance has and an empty database does not get: the foreign keys of replication_jobs to schedule_executions
-- and vm_machine_groups, because those tables belong to the appliance's scheduler.
--
-- Display widths are left out: int is int(11) and bigint is bigint(20) on MariaDB, and on MySQL they are deprecated.
-- JSON is longtext in utf8mb4_bin with a check, which is what MariaDB makes of the type JSON.
-- MySQL cannot index a whole longtext; there, and only there, three unique keys look at the first 700 characters.

--changeset clearover:20251003150000_appliance_schema.vmware_credentials stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'vmware_credentials'
CREATE TABLE vmware_credentials
(
    id                 int          NOT NULL AUTO_INCREMENT,
    credential_name    varchar(255) NOT NULL,
    vcenter_host       varchar(255) NOT NULL,
    username           varchar(255) NOT NULL,
    password_encrypted text         NOT NULL,
    datacenter         varchar(255) NOT NULL,
    is_active          tinyint(1)   NULL DEFAULT 1,
    is_default         tinyint(1)   NULL DEFAULT 0,
    created_at         timestamp    NULL DEFAULT current_timestamp(),
    updated_at         timestamp    NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    created_by         varchar(255) NULL,
    last_used          timestamp    NULL,
    usage_count        int          NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY credential_name (credential_name),
    KEY idx_vmware_creds_active (is_active),
    KEY idx_vmware_creds_default (is_default),
    KEY idx_vmware_creds_host (vcenter_host),
    KEY idx_vmware_creds_last_used (last_used)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE vmware_credentials;

--changeset clearover:20251003150000_appliance_schema.ossea_configs stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'ossea_configs'
CREATE TABLE ossea_configs
(
    id                  bigint      NOT NULL AUTO_INCREMENT,
    name                longtext    NOT NULL,
    api_url             longtext    NOT NULL,
    api_key             longtext    NOT NULL,
    secret_key          longtext    NOT NULL,
    domain              longtext    NULL,
    zone                longtext    NOT NULL,
    template_id         longtext    NULL,
    network_id          longtext    NULL,
    service_offering_id longtext    NULL,
    disk_offering_id    longtext    NULL,
    oma_vm_id           longtext    NULL,
    created_at          datetime(3) NULL,
    updated_at          datetime(3) NULL,
    is_active           tinyint(1)  NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY idx_ossea_configs_name (name /*!80000 (700) */)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE ossea_configs;

--changeset clearover:20251003150000_appliance_schema.vm_replication_contexts stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'vm_replication_contexts'
CREATE TABLE vm_replication_contexts
(
    context_id             varchar(64)  NOT NULL DEFAULT (uuid()),
    vm_name                varchar(255) NOT NULL,
    vmware_vm_id           varchar(255) NOT NULL,
    vm_path                varchar(500) NOT NULL,
    vcenter_host           varchar(255) NOT NULL,
    datacenter             varchar(255) NOT NULL,
    current_status         enum ('discovered','replicating','ready_for_failover','failed_over_test','failed_over_live',
                                 'completed','failed','cleanup_required') NOT NULL DEFAULT 'discovered',
    current_job_id         varchar(191) NULL,
    total_jobs_run         int          NULL DEFAULT 0,
    successful_jobs        int          NULL DEFAULT 0,
    failed_jobs            int          NULL DEFAULT 0,
    last_successful_job_id varchar(191) NULL,
    cpu_count              int          NULL,
    memory_mb              int          NULL,
    os_type                varchar(255) NULL,
    power_state            varchar(50)  NULL,
    vm_tools_version       varchar(255) NULL,
    created_at             timestamp    NULL DEFAULT current_timestamp(),
    updated_at             timestamp    NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    first_job_at           timestamp    NULL,
    last_job_at            timestamp    NULL,
    last_status_change     timestamp    NULL DEFAULT current_timestamp(),
    auto_added             tinyint(1)   NULL DEFAULT 0,
    last_scheduled_job_id  varchar(255) NULL,
    next_scheduled_at      timestamp    NULL,
    scheduler_enabled      tinyint(1)   NULL DEFAULT 1,
    credential_id          int          NULL,
    ossea_config_id        int          NULL,
    PRIMARY KEY (context_id),
    KEY fk_vm_context_last_job (last_successful_job_id),
    KEY fk_vm_context_vmware_creds (credential_id),
    KEY idx_current_job (current_job_id),
    KEY idx_current_status (current_status),
    KEY idx_vcenter (vcenter_host),
    KEY idx_vmware_id (vmware_vm_id),
    KEY idx_vm_contexts_auto_added (auto_added),
    KEY idx_vm_contexts_next_scheduled (next_scheduled_at),
    KEY idx_vm_contexts_scheduler_enabled (scheduler_enabled),
    KEY idx_vm_name (vm_name),
    UNIQUE KEY unique_vm_name_per_vcenter (vm_name, vcenter_host),
    UNIQUE KEY unique_vm_per_vcenter (vmware_vm_id, vcenter_host),
    CONSTRAINT fk_vm_context_vmware_creds FOREIGN KEY (credential_id)
        REFERENCES vmware_credentials (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE vm_replication_contexts;

--changeset clearover:20251003150000_appliance_schema.replication_jobs stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'replication_jobs'
CREATE TABLE replication_jobs
(
    id                       varchar(191)   NOT NULL,
    vm_context_id            varchar(64)    NULL,
    source_vm_id             longtext       NOT NULL,
    source_vm_name           longtext       NOT NULL,
    source_vm_path           longtext       NOT NULL,
    v_center_host            longtext       NOT NULL,
    datacenter               longtext       NOT NULL,
    replication_type         longtext       NOT NULL,
    target_network           longtext       NULL,
    status                   varchar(191)   NULL DEFAULT 'pending',
    progress_percent         double         NULL DEFAULT 0,
    current_operation        longtext       NULL,
    bytes_transferred        bigint         NULL DEFAULT 0,
    total_bytes              bigint         NULL DEFAULT 0,
    transfer_speed_bps       bigint         NULL DEFAULT 0,
    error_message            longtext       NULL,
    change_id                longtext       NULL,
    previous_change_id       longtext       NULL,
    snapshot_id              longtext       NULL,
    nbd_port                 bigint         NULL,
    nbd_export_name          longtext       NULL,
    target_device            longtext       NULL,
    ossea_config_id          bigint         NULL,
    created_at               datetime(3)    NULL,
    updated_at               datetime(3)    NULL,
    started_at               datetime(3)    NULL,
    completed_at             datetime(3)    NULL,
    vma_sync_type            varchar(50)    NULL,
    vma_current_phase        varchar(100)   NULL,
    vma_throughput_mbps      decimal(10, 2) NULL DEFAULT 0.00,
    vma_eta_seconds          int            NULL,
    vma_last_poll_at         timestamp      NULL,
    vma_error_classification varchar(50)    NULL,
    vma_error_details        text           NULL,
    setup_progress_percent   decimal(5, 2)  NULL DEFAULT 0.00,
    schedule_execution_id    varchar(64)    NULL,
    scheduled_by             varchar(255)   NULL,
    vm_group_id              varchar(64)    NULL,
    PRIMARY KEY (id),
    KEY fk_replication_jobs_ossea_config (ossea_config_id),
    KEY idx_replication_jobs_completion_tracking (status, completed_at),
    KEY idx_replication_jobs_context (vm_context_id),
    KEY idx_replication_jobs_nbd_polling (status, nbd_export_name(50)),
    KEY idx_replication_jobs_progress_timeout (status, updated_at),
    KEY idx_replication_jobs_scheduled_by (scheduled_by),
    KEY idx_replication_jobs_schedule_execution (schedule_execution_id),
    KEY idx_replication_jobs_vm_group (vm_group_id),
    CONSTRAINT fk_replication_job_context FOREIGN KEY (vm_context_id)
        REFERENCES vm_replication_contexts (context_id) ON DELETE CASCADE,
    CONSTRAINT fk_replication_jobs_ossea_config FOREIGN KEY (ossea_config_id)
        REFERENCES ossea_configs (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE replication_jobs;

--changeset clearover:20251003150000_appliance_schema.vm_replication_contexts_jobs
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'vm_replication_contexts' AND table_comment = 'Created by Clearover'
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = 'vm_replication_contexts' AND constraint_name = 'fk_vm_context_current_job'
-- The two tables point at each other, so these keys come when both are there; the appliance's table keeps its own.
ALTER TABLE vm_replication_contexts
    ADD CONSTRAINT fk_vm_context_current_job FOREIGN KEY (current_job_id)
        REFERENCES replication_jobs (id) ON DELETE SET NULL,
    ADD CONSTRAINT fk_vm_context_last_job FOREIGN KEY (last_successful_job_id)
        REFERENCES replication_jobs (id) ON DELETE SET NULL;
--rollback ALTER TABLE vm_replication_contexts DROP FOREIGN KEY fk_vm_context_current_job, DROP FOREIGN KEY fk_vm_context_last_job;

--changeset clearover:20251003150000_appliance_schema.failover_jobs stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'failover_jobs'
CREATE TABLE failover_jobs
(
    id                    bigint       NOT NULL AUTO_INCREMENT,
    vm_context_id         varchar(64)  NULL,
    job_id                varchar(255) NOT NULL,
    vm_id                 varchar(255) NOT NULL,
    replication_job_id    varchar(255) NULL,
    job_type              enum ('live','test') NOT NULL,
    status                enum ('pending','validating','snapshotting','creating_vm','switching_volume','powering_on',
                                'completed','failed','cleanup','reverting') NOT NULL DEFAULT 'pending',
    source_vm_name        varchar(255) NOT NULL,
    source_vm_spec        text         NULL,
    destination_vm_id     varchar(255) NULL,
    ossea_snapshot_id     varchar(255) NULL,
    linstor_snapshot_name varchar(255) NULL,
    linstor_config_id     int          NULL,
    network_mappings      text         NULL,
    error_message         text         NULL,
    created_at            timestamp    NULL DEFAULT current_timestamp(),
    updated_at            timestamp    NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    started_at            timestamp    NULL,
    completed_at          timestamp    NULL,
    PRIMARY KEY (id),
    KEY idx_failover_jobs_context (vm_context_id),
    KEY idx_failover_jobs_linstor_snapshot (linstor_snapshot_name),
    KEY idx_job_type (job_type),
    KEY idx_status (status),
    KEY idx_vm_id (vm_id),
    UNIQUE KEY job_id (job_id),
    CONSTRAINT fk_failover_job_context FOREIGN KEY (vm_context_id)
        REFERENCES vm_replication_contexts (context_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE failover_jobs;

--changeset clearover:20251003150000_appliance_schema.job_tracking stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'job_tracking'
CREATE TABLE job_tracking
(
    id                varchar(64)      NOT NULL DEFAULT (uuid()),
    parent_job_id     varchar(64)      NULL,
    job_type          enum ('cleanup','failover','migration','cloudstack','volume_daemon','linstor','virtio','ossea',
                            'scheduler','discovery','bulk-operations','group-management','conflict-detection',
                            'phantom-detection','schedule_management','schedule_control') NULL,
    operation         varchar(100)     NOT NULL,
    status            enum ('pending','running','completed','failed','cancelled') NULL,
    cloudstack_job_id varchar(64)      NULL,
    external_job_id   varchar(64)      NULL,
    metadata          longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL CHECK (json_valid(metadata)),
    error_message     longtext         NULL,
    started_at        timestamp        NULL DEFAULT current_timestamp(),
    completed_at      timestamp        NULL,
    created_at        timestamp        NULL DEFAULT current_timestamp(),
    updated_at        timestamp        NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    percent_complete  tinyint unsigned NULL,
    canceled_at       datetime(6)      NULL,
    owner             varchar(100)     NULL,
    context_id        varchar(64)      NULL,
    job_category      enum ('system','failover','replication','scheduler','discovery','bulk') NULL DEFAULT 'system',
    PRIMARY KEY (id),
    KEY idx_cloudstack_job (cloudstack_job_id),
    KEY idx_completed_at (completed_at),
    KEY idx_external_job (external_job_id),
    KEY idx_job_tracking_category (job_category),
    KEY idx_job_tracking_category_status_started (job_category, status, started_at),
    KEY idx_job_tracking_context_id (context_id),
    KEY idx_job_type (job_type),
    KEY idx_parent_job (parent_job_id),
    KEY idx_started_at (started_at),
    KEY idx_status (status),
    CONSTRAINT job_tracking_ibfk_1 FOREIGN KEY (parent_job_id)
        REFERENCES job_tracking (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE job_tracking;

--changeset clearover:20251003150000_appliance_schema.job_steps stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'job_steps'
CREATE TABLE job_steps
(
    id            bigint       NOT NULL AUTO_INCREMENT,
    job_id        varchar(64)  NOT NULL,
    name          varchar(200) NOT NULL,
    seq           int          NOT NULL,
    status        enum ('running','completed','failed','skipped') NOT NULL DEFAULT 'running',
    started_at    datetime(6)  NOT NULL DEFAULT current_timestamp(6),
    completed_at  datetime(6)  NULL,
    error_message longtext     NULL,
    metadata      longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL CHECK (json_valid(metadata)),
    PRIMARY KEY (id),
    UNIQUE KEY uk_job_steps_job_seq (job_id, seq),
    CONSTRAINT job_steps_ibfk_1 FOREIGN KEY (job_id)
        REFERENCES job_tracking (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE job_steps;

--changeset clearover:20251003150000_appliance_schema.log_events stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'log_events'
CREATE TABLE log_events
(
    id              bigint       NOT NULL AUTO_INCREMENT,
    job_id          varchar(64)  NULL,
    step_id         bigint       NULL,
    level           enum ('DEBUG','INFO','WARN','ERROR') NOT NULL,
    message         text         NOT NULL,
    attrs           longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL CHECK (json_valid(attrs)),
    ts              datetime(6)  NOT NULL DEFAULT current_timestamp(6),
    external_job_id varchar(255) NULL,
    PRIMARY KEY (id),
    KEY idx_log_events_external_job_id (external_job_id),
    KEY job_id (job_id),
    KEY step_id (step_id),
    CONSTRAINT log_events_ibfk_1 FOREIGN KEY (job_id)
        REFERENCES job_tracking (id) ON DELETE SET NULL,
    CONSTRAINT log_events_ibfk_2 FOREIGN KEY (step_id)
        REFERENCES job_steps (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE log_events;

--changeset clearover:20251003150000_appliance_schema.vm_disks stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'vm_disks'
CREATE TABLE vm_disks
(
    id                    bigint       NOT NULL AUTO_INCREMENT,
    vm_context_id         varchar(64)  NULL,
    job_id                varchar(191) NOT NULL,
    disk_id               longtext     NOT NULL,
    vm_dk_path            longtext     NOT NULL,
    size_gb               bigint       NOT NULL,
    datastore             longtext     NULL,
    unit_number           bigint       NULL,
    label                 longtext     NULL,
    capacity_bytes        bigint       NULL,
    provisioning_type     longtext     NULL,
    ossea_volume_id       bigint       NULL,
    disk_change_id        longtext     NULL,
    sync_status           varchar(191) NULL DEFAULT 'pending',
    sync_progress_percent double       NULL DEFAULT 0,
    bytes_synced          bigint       NULL DEFAULT 0,
    created_at            datetime(3)  NULL,
    updated_at            datetime(3)  NULL,
    cpu_count             int          NULL DEFAULT 0,
    memory_mb             int          NULL DEFAULT 0,
    os_type               varchar(255) NULL DEFAULT '',
    vm_tools_version      varchar(255) NULL DEFAULT '',
    network_config        text         NULL,
    display_name          varchar(255) NULL DEFAULT '',
    annotation            text         NULL,
    power_state           varchar(50)  NULL DEFAULT '',
    vmware_uuid           varchar(255) NULL DEFAULT '',
    bios_setup            text         NULL,
    PRIMARY KEY (id),
    KEY fk_vm_disks_job (job_id),
    KEY idx_vm_disks_context (vm_context_id),
    KEY idx_vm_disks_ossea_volume (ossea_volume_id),
    UNIQUE KEY uk_vm_context_disk (vm_context_id, disk_id /*!80000 (700) */),
    CONSTRAINT fk_vm_disks_context FOREIGN KEY (vm_context_id)
        REFERENCES vm_replication_contexts (context_id) ON DELETE CASCADE,
    CONSTRAINT fk_vm_disks_job FOREIGN KEY (job_id)
        REFERENCES replication_jobs (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE vm_disks;

--changeset clearover:20251003150000_appliance_schema.network_mappings stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'network_mappings'
CREATE TABLE network_mappings
(
    id                       bigint       NOT NULL AUTO_INCREMENT,
    vm_id                    varchar(255) NOT NULL,
    source_network_name      varchar(255) NOT NULL,
    destination_network_id   varchar(255) NOT NULL,
    destination_network_name varchar(255) NOT NULL,
    is_test_network          tinyint(1)   NULL DEFAULT 0,
    created_at               timestamp    NULL DEFAULT current_timestamp(),
    updated_at               timestamp    NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    vm_context_id            varchar(64)  NULL,
    vmware_vm_id             varchar(255) NULL,
    validation_status        enum ('pending','valid','invalid') NULL DEFAULT 'pending',
    mapping_type             enum ('live','test','both') NULL DEFAULT 'live',
    network_strategy         varchar(50)  NULL,
    last_validated           timestamp    NULL,
    PRIMARY KEY (id),
    KEY idx_is_test (is_test_network),
    KEY idx_network_mappings_mapping_type (mapping_type),
    KEY idx_network_mappings_validation_status (validation_status),
    KEY idx_network_mappings_vmware_vm_id (vmware_vm_id),
    KEY idx_network_mappings_vm_context_id (vm_context_id),
    KEY idx_vm_id (vm_id),
    UNIQUE KEY unique_context_network_type (vm_context_id, source_network_name, is_test_network),
    UNIQUE KEY unique_vm_network_type (vm_id, source_network_name, is_test_network),
    CONSTRAINT fk_network_mappings_vm_context FOREIGN KEY (vm_context_id)
        REFERENCES vm_replication_contexts (context_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE network_mappings;

--changeset clearover:20251003150000_appliance_schema.ossea_volumes stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'ossea_volumes'
CREATE TABLE ossea_volumes
(
    id                  bigint       NOT NULL AUTO_INCREMENT,
    vm_context_id       varchar(64)  NULL,
    volume_id           longtext     NOT NULL,
    volume_name         longtext     NOT NULL,
    size_gb             bigint       NOT NULL,
    ossea_config_id     bigint       NULL,
    volume_type         longtext     NULL,
    device_path         longtext     NULL,
    mount_point         longtext     NULL,
    status              varchar(191) NULL DEFAULT 'creating',
    created_at          datetime(3)  NULL,
    updated_at          datetime(3)  NULL,
    snapshot_id         varchar(191) NULL,
    snapshot_created_at timestamp    NULL,
    snapshot_status     varchar(50)  NULL DEFAULT 'none',
    PRIMARY KEY (id),
    KEY fk_ossea_volumes_ossea_config (ossea_config_id),
    KEY idx_ossea_volumes_context (vm_context_id),
    KEY idx_ossea_volumes_snapshot_id (snapshot_id),
    KEY idx_ossea_volumes_snapshot_status (snapshot_status),
    UNIQUE KEY idx_ossea_volumes_volume_id (volume_id /*!80000 (700) */),
    CONSTRAINT fk_ossea_volumes_context FOREIGN KEY (vm_context_id)
        REFERENCES vm_replication_contexts (context_id) ON DELETE CASCADE,
    CONSTRAINT fk_ossea_volumes_ossea_config FOREIGN KEY (ossea_config_id)
        REFERENCES ossea_configs (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE ossea_volumes;

--changeset clearover:20251003150000_appliance_schema.device_mappings stripComments:false
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'device_mappings'
CREATE TABLE device_mappings
(
    id                          varchar(64)  NOT NULL DEFAULT (uuid()),
    vm_context_id               varchar(64)  NULL,
    volume_uuid                 varchar(64)  NOT NULL,
    volume_id_numeric           bigint       NULL,
    vm_id                       varchar(64)  NOT NULL,
    operation_mode              enum ('oma','failover') NULL DEFAULT 'oma',
    cloudstack_device_id        int          NULL,
    requires_device_correlation tinyint(1)   NULL DEFAULT 1,
    device_path                 varchar(255) NOT NULL,
    cloudstack_state            varchar(32)  NOT NULL,
    linux_state                 varchar(32)  NOT NULL,
    size                        bigint       NOT NULL,
    last_sync                   timestamp    NULL DEFAULT current_timestamp(),
    created_at                  timestamp    NULL DEFAULT current_timestamp(),
    updated_at                  timestamp    NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
    ossea_snapshot_id           varchar(191) NULL,
    snapshot_created_at         timestamp    NULL,
    snapshot_status             varchar(50)  NULL DEFAULT 'none',
    persistent_device_name      varchar(255) NULL,
    symlink_path                varchar(255) NULL,
    PRIMARY KEY (id),
    KEY idx_device_mappings_context (vm_context_id),
    KEY idx_device_mappings_device_path (device_path),
    KEY idx_device_mappings_last_sync (last_sync),
    KEY idx_device_mappings_persistent_name (persistent_device_name),
    KEY idx_device_mappings_snapshot_id (ossea_snapshot_id),
    KEY idx_device_mappings_snapshot_status (snapshot_status),
    KEY idx_device_mappings_symlink_path (symlink_path),
    KEY idx_device_mappings_vm_context_snapshot (vm_context_id, snapshot_status),
    KEY idx_device_mappings_vm_id (vm_id),
    KEY idx_device_mappings_volume_id (volume_id_numeric),
    UNIQUE KEY unique_device_path (device_path),
    UNIQUE KEY unique_volume_id (volume_uuid),
    UNIQUE KEY volume_id (volume_uuid),
    CONSTRAINT fk_device_mappings_context FOREIGN KEY (vm_context_id)
        REFERENCES vm_replication_contexts (context_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci COMMENT = 'Created by Clearover';
--rollback DROP TABLE device_mappings;
