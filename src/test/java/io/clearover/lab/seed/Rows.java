package io.clearover.lab.seed;

import io.clearover.lab.http.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows. Times go as text in UTC, so that no driver's idea of zones comes in between. */
final class Rows {

    private static final int ROWS_AT_ONCE = 100;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Connection connection;

    /** The connection's session must be in UTC. */
    Rows(Connection connection) {
        this.connection = connection;
    }

    /**
     * Inserts a row; a column that is not given keeps its default.
     *
     * @return the generated key; 0 when the table generates none
     */
    long insert(String table, Document row) throws SQLException {
        String marks = row.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", row.keySet()), marks);
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, row.values().toArray());
            insert.executeUpdate();
            ResultSet keys = insert.getGeneratedKeys();
            return keys.next() ? keys.getLong(1) : 0;
        }
    }

    /** Inserts rows with few statements: those together that give the same columns. One not given keeps its default. */
    void insertAll(String table, List<Document> all) throws SQLException {
        Map<List<String>, List<Document>> alike = all.stream()
                .collect(Collectors.groupingBy(
                        row -> List.copyOf(row.keySet()), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<List<String>, List<Document>> group : alike.entrySet()) {
            String marks = group.getKey().stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
            String into = "INSERT INTO %s (%s) VALUES ".formatted(table, String.join(", ", group.getKey()));
            List<Document> rows = group.getValue();
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                List<Document> some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
                update(
                        into + String.join(", ", Collections.nCopies(some.size(), marks)),
                        some.stream().flatMap(row -> row.values().stream()).toArray());
            }
        }
    }

    /** Runs an update with its parameters; answers how many rows it met. */
    int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, parameters);
            return update.executeUpdate();
        }
    }

    /** Whether a query has a row. */
    boolean any(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            return query.executeQuery().next();
        }
    }

    /** The number in the one row of a query. */
    long number(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant time ? TIME.format(time) : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
