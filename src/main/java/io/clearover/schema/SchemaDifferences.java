package io.clearover.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the appliance's tables in a database with those that this version was made for, as the statements say that make them
 * where they are missing. What a database has beyond them doesn't matter.
 */
final class SchemaDifferences {

    private static final Pattern COLUMN =
            Pattern.compile("^    (\\w+) +([a-z]+ ?(?:\\([^)]*\\))?[^,]*?)(NOT NULL|NULL).*$");
    private static final Pattern KEY = Pattern.compile("^    (?:PRIMARY|UNIQUE)? ?KEY ?(\\w*) ?\\((.*)\\),?$");

    private static final String COLUMNS = "SELECT column_name, column_type, is_nullable FROM information_schema.columns"
            + " WHERE table_schema = DATABASE() AND table_name = ?";
    private static final String INDEXES =
            "SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index) FROM information_schema.statistics"
                    + " WHERE table_schema = DATABASE() AND table_name = ? GROUP BY index_name";

    private record Column(String type, boolean nullable) {}

    private SchemaDifferences() {}

    /**
     * One line for each, by table; empty if there are none.
     *
     * @param tables the changesets that make them
     */
    static List<String> of(Connection connection, List<Changeset> tables) throws SQLException {
        List<String> differences = new ArrayList<>();
        for (Changeset table : tables) {
            differences.addAll(of(connection, table));
        }
        return differences;
    }

    private static List<String> of(Connection connection, Changeset expected) throws SQLException {
        String table = expected.table();
        Map<String, Column> found = columns(connection, table);
        if (found.isEmpty()) {
            return List.of("table %s is not there: it will be made".formatted(table));
        }
        List<String> differences = new ArrayList<>();
        columns(expected).forEach((name, column) -> compare(table + "." + name, column, found.get(name), differences));
        List<String> indexes = Rows.of(connection, INDEXES, table).stream()
                .map(row -> row.get(0).toLowerCase(Locale.ROOT))
                .toList();
        keys(expected).forEach((name, columns) -> {
            if (indexes.stream().noneMatch(index -> (index + ",").startsWith(columns + ","))) {
                differences.add("%s has no index of (%s), such as %s: what reads by it is slow"
                        .formatted(table, columns, name));
            }
        });
        return differences;
    }

    private static void compare(String name, Column expected, Column found, List<String> differences) {
        if (found == null) {
            differences.add(
                    "%s is not there; %s was expected: what reads or writes it fails".formatted(name, expected.type));
        } else if (!found.type.equals(expected.type)) {
            differences.add("%s is %s; %s was expected".formatted(name, found.type, expected.type));
        } else if (found.nullable != expected.nullable) {
            differences.add("%s may %sbe null".formatted(name, found.nullable ? "" : "not "));
        }
    }

    private static Map<String, Column> columns(Connection connection, String table) throws SQLException {
        return Rows.of(connection, COLUMNS, table).stream()
                .collect(Collectors.toMap(
                        row -> row.get(0).toLowerCase(Locale.ROOT),
                        row -> new Column(type(row.get(1)), row.get(2).equals("YES"))));
    }

    private static Map<String, Column> columns(Changeset expected) {
        Map<String, Column> columns = new LinkedHashMap<>();
        lines(expected)
                .map(COLUMN::matcher)
                .filter(Matcher::matches)
                .forEach(line -> columns.put(
                        line.group(1),
                        new Column(type(line.group(2)), line.group(3).equals("NULL"))));
        return columns;
    }

    private static Map<String, String> keys(Changeset expected) {
        Map<String, String> keys = new LinkedHashMap<>();
        lines(expected)
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .forEach(line -> keys.put(
                        line.group(1).isEmpty() ? "PRIMARY" : line.group(1),
                        line.group(2).replaceAll("/\\*.*?\\*/|\\(\\d+\\)|\\s", "")));
        return keys;
    }

    /** An enumeration may stand in several lines. */
    private static Stream<String> lines(Changeset expected) {
        return expected.sql().replaceAll(",\\s*\\n\\s{5,}", ",").lines();
    }

    /** Without what databases and their versions write differently: widths of numbers, blanks, the table's own collation. */
    private static String type(String written) {
        String type = written.toLowerCase(Locale.ROOT)
                .replaceAll(" character set \\w+( collate \\w+)?", "")
                .replaceAll("\\b(int|bigint|smallint)\\(\\d+\\)", "$1")
                .replaceAll("\\btinyint\\((?!1\\))\\d+\\)", "tinyint")
                .replaceAll("\\s*([(,])\\s*", "$1");
        return type.strip();
    }
}
