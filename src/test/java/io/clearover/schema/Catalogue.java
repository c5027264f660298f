package io.clearover.schema;

import io.clearover.schema.ApplianceTable.Check;
import io.clearover.schema.ApplianceTable.Column;
import io.clearover.schema.ApplianceTable.ForeignKey;
import io.clearover.schema.ApplianceTable.Key;
import java.util.List;
import java.util.stream.Stream;

/** What a database says about its tables, in the words of {@link ApplianceTable}. */
final class Catalogue {

    private static final String OF = " WHERE table_schema = DATABASE() AND table_name = ?";

    private final Sql sql;

    Catalogue(Sql sql) {
        this.sql = sql;
    }

    /** All tables but the migration library's own. */
    List<String> tables() {
        return sql
                .rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name NOT LIKE 'DATABASECHANGELOG%' ORDER BY table_name")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    List<String> description(String table) {
        Stream<String> head =
                sql.rows("SELECT engine, table_collation FROM information_schema.tables" + OF, table).stream()
                        .map(row -> table + ": " + row.get(0) + " " + row.get(1));
        return Stream.of(
                        head,
                        columns(table).stream().map(Record::toString),
                        keys(table).stream().map(Record::toString),
                        foreignKeys(table).stream().map(Record::toString),
                        checks(table).stream().map(Record::toString))
                .flatMap(lines -> lines)
                .toList();
    }

    private List<Column> columns(String table) {
        return sql
                .rows(
                        "SELECT column_name, column_type, lower(is_nullable), coalesce(nullif(column_default, 'NULL'), ''),"
                                + " extra FROM information_schema.columns" + OF + " ORDER BY ordinal_position",
                        table)
                .stream()
                .map(row -> new Column(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                .toList();
    }

    private List<Key> keys(String table) {
        return sql
                .rows(
                        "SELECT index_name, non_unique, group_concat(column_name,"
                                + " if(sub_part IS NULL, '', concat('(', sub_part, ')')) ORDER BY seq_in_index SEPARATOR ', ')"
                                + " FROM information_schema.statistics" + OF + " GROUP BY index_name, non_unique",
                        table)
                .stream()
                .map(row -> new Key(row.get(0), row.get(1).equals("0"), row.get(2)))
                .toList();
    }

    private List<ForeignKey> foreignKeys(String table) {
        return sql
                .rows(
                        "SELECT k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,"
                                + " lower(r.delete_rule) FROM information_schema.key_column_usage k"
                                + " JOIN information_schema.referential_constraints r ON r.constraint_schema ="
                                + " k.table_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name"
                                + " WHERE k.table_schema = DATABASE() AND k.table_name = ?",
                        table)
                .stream()
                .map(row -> new ForeignKey(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                .toList();
    }

    private List<Check> checks(String table) {
        return sql
                .rows(
                        "SELECT check_clause FROM information_schema.check_constraints"
                                + " WHERE constraint_schema = DATABASE() AND table_name = ?",
                        table)
                .stream()
                .map(row -> new Check(row.get(0).replaceAll("json_valid\\(`(\\w+)`\\)", "$1")))
                .toList();
    }
}
