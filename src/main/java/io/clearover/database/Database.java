package io.clearover.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Plain SQL: rows into records, where a column fills the record component of its name ({@code started_at} →
 * {@code startedAt}), and statements that change rows. Parameters are bound by name. Thread-safe.
 */
public class Database {

    private final Jdbi jdbi;

    Database() {
        this(null);
    }

    public Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All rows. */
    public <R extends Record> List<R> list(String sql, Map<String, ?> parameters, Class<R> record) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), parameters)
                .map(ConstructorMapper.of(record))
                .list());
    }

    /** The first row, if there is one. */
    public <R extends Record> Optional<R> first(String sql, Map<String, ?> parameters, Class<R> record) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), parameters)
                .map(ConstructorMapper.of(record))
                .findFirst());
    }

    /** How many rows the statement changed. */
    public int update(String sql, Map<String, ?> parameters) {
        return jdbi.withHandle(
                handle -> bound(handle.createUpdate(sql), parameters).execute());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Map<String, ?> parameters) {
        parameters.forEach((name, value) -> {
            if (value instanceof Iterable<?> values) {
                statement.bindList(name, values);
            } else {
                statement.bind(name, value);
            }
        });
        return statement;
    }
}
