-- What the server may do in the appliance's database, and no more: it reads the tables that it shows, writes rows of its own in
-- three of them, and changes these columns of other rows alone. It can delete nothing, and change no table; another account does
-- that, see database-grants-migration.sql, which comes first. Run it as the database's administrator, with a password of your own,
-- and the name of your schema in place of migratekit_oma. For MariaDB and MySQL.

CREATE USER IF NOT EXISTS 'clearover'@'localhost' IDENTIFIED BY 'change-this';

GRANT SELECT, INSERT, UPDATE ON migratekit_oma.job_tracking TO 'clearover'@'localhost';
GRANT SELECT, INSERT, UPDATE ON migratekit_oma.job_steps TO 'clearover'@'localhost';
GRANT SELECT, INSERT, UPDATE ON migratekit_oma.failover_jobs TO 'clearover'@'localhost';
GRANT SELECT, UPDATE (current_status, last_status_change, last_operation_summary, updated_at) ON migratekit_oma.vm_replication_contexts TO 'clearover'@'localhost';
GRANT SELECT, UPDATE (vm_id, operation_mode, device_path, cloudstack_device_id) ON migratekit_oma.device_mappings TO 'clearover'@'localhost';
GRANT SELECT, UPDATE (snapshot_id, snapshot_status, snapshot_created_at, updated_at) ON migratekit_oma.ossea_volumes TO 'clearover'@'localhost';
GRANT SELECT, UPDATE (disk_change_id) ON migratekit_oma.vm_disks TO 'clearover'@'localhost';
GRANT SELECT ON migratekit_oma.replication_jobs TO 'clearover'@'localhost';
GRANT SELECT ON migratekit_oma.network_mappings TO 'clearover'@'localhost';
GRANT SELECT ON migratekit_oma.ossea_configs TO 'clearover'@'localhost';
GRANT SELECT ON migratekit_oma.DATABASECHANGELOG TO 'clearover'@'localhost';

-- Only where the appliance has this table; without it, or without this right, what it tells of disks is left out.
-- GRANT SELECT ON migratekit_oma.cbt_history TO 'clearover'@'localhost';
