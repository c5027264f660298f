-- The account that brings the schema up to date, at a start (DATABASE_MIGRATION_USER) or by the command, and is used for nothing
-- else. Run this as the database's administrator, with a password of your own, and the name of your schema in place of
-- migratekit_oma; then run the command once ("up"), since the grants of the server need what it adds; then database-grants.sql.
-- DROP is for the way back alone, REFERENCES for tables that are missing in MySQL. For MariaDB and MySQL.

CREATE USER IF NOT EXISTS 'clearover_migration'@'localhost' IDENTIFIED BY 'change-this-too';

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP, REFERENCES ON migratekit_oma.* TO 'clearover_migration'@'localhost';
