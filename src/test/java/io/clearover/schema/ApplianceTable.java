package io.clearover.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One table of an appliance, as {@code schema/appliance-tables.md} describes it. */
record ApplianceTable(
        String name, List<Column> columns, List<Key> keys, List<ForeignKey> foreignKeys, List<Check> checks) {

    private static final Pattern KEY = Pattern.compile("(\\w+)( \\(unique\\))? \\((.*)\\)");
    private static final Pattern FOREIGN_KEY = Pattern.compile("(\\w+): (\\w+) → (\\w+)\\.(\\w+), on delete (.*)");
    private static final Pattern CHECK = Pattern.compile("json_valid\\(`(\\w+)`\\)");

    /** @param nullable "yes" or "no" */
    record Column(String name, String type, String nullable, String defaultValue, String extra) {

        String sql(boolean checked) {
            return "`" + name + "` " + type + (checked ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" : "")
                    + (nullable.equals("no") ? " NOT NULL" : " NULL")
                    + (defaultValue.isEmpty() ? "" : " DEFAULT " + defaultValue)
                    + (extra.isEmpty() ? "" : " " + extra)
                    + (checked ? " CHECK (json_valid(`" + name + "`))" : "");
        }
    }

    record Key(String name, boolean unique, String columns) {

        String sql() {
            String kind = name.equals("PRIMARY") ? "PRIMARY KEY" : (unique ? "UNIQUE KEY " : "KEY ") + name;
            return kind + " (" + columns + ")";
        }
    }

    record ForeignKey(String name, String column, String table, String target, String onDelete) {

        String sql() {
            return "CONSTRAINT " + name + " FOREIGN KEY (" + column + ") REFERENCES " + table + " (" + target
                    + ") ON DELETE " + onDelete;
        }
    }

    record Check(String column) {}

    static List<ApplianceTable> all() {
        try (InputStream text = ApplianceTable.class.getResourceAsStream("/schema/appliance-tables.md")) {
            return Stream.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n### "))
                    .skip(1)
                    .map(ApplianceTable::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApplianceTable parse(String section) {
        List<Column> columns = new ArrayList<>();
        for (String line :
                section.lines().filter(l -> l.startsWith("| ")).skip(1).toList()) {
            String[] cell = Arrays.stream(line.split("\\|")).map(String::trim).toArray(String[]::new);
            columns.add(new Column(cell[1], cell[2], cell[3], cell[4], cell[5]));
        }
        return new ApplianceTable(
                section.substring(1, section.indexOf('`', 1)),
                columns,
                entries(section, "Keys: ", KEY)
                        .map(m -> new Key(m.group(1), m.group(1).equals("PRIMARY") || m.group(2) != null, m.group(3)))
                        .toList(),
                entries(section, "Foreign keys: ", FOREIGN_KEY)
                        .map(m -> new ForeignKey(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5)))
                        .toList(),
                entries(section, "Checks: ", CHECK)
                        .map(m -> new Check(m.group(1)))
                        .toList());
    }

    private static Stream<Matcher> entries(String section, String heading, Pattern form) {
        return section.lines()
                .filter(line -> line.startsWith(heading))
                .flatMap(line -> Stream.of(
                        line.substring(heading.length()).replaceAll("\\.$", "").split("; ")))
                .map(entry -> {
                    Matcher matcher = form.matcher(entry);
                    if (!matcher.matches()) {
                        throw new IllegalArgumentException("cannot read: " + entry);
                    }
                    return matcher;
                });
    }

    /** Without that column and what belongs to it. */
    ApplianceTable without(String column) {
        return new ApplianceTable(
                name,
                columns.stream().filter(c -> !c.name().equals(column)).toList(),
                keys,
                foreignKeys,
                checks.stream().filter(c -> !c.column().equals(column)).toList());
    }

    /** Without foreign keys to those tables. */
    ApplianceTable withoutKeysTo(List<String> tables) {
        return new ApplianceTable(
                name,
                columns,
                keys,
                foreignKeys.stream().filter(k -> !tables.contains(k.table())).toList(),
                checks);
    }

    /** The statement that makes the table as MariaDB writes it in a dump. */
    String sql() {
        List<String> lines = new ArrayList<>();
        columns.forEach(column -> lines.add(column.sql(checks.contains(new Check(column.name())))));
        keys.forEach(key -> lines.add(key.sql()));
        foreignKeys.forEach(key -> lines.add(key.sql()));
        return "CREATE TABLE `" + name + "` (\n" + String.join(",\n", lines)
                + "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci";
    }

    /** Everything about the table, a line each, in the form that {@link Catalogue} reads from a database. */
    List<String> description() {
        Stream<String> head = Stream.of(name + ": InnoDB utf8mb4_general_ci");
        return Stream.of(
                        head,
                        columns.stream().map(Record::toString),
                        keys.stream().map(Record::toString),
                        foreignKeys.stream().map(Record::toString),
                        checks.stream().map(Record::toString))
                .flatMap(lines -> lines)
                .toList();
    }
}
