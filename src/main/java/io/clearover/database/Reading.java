package io.clearover.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads rows into records by plain SQL: a column fills the record component of its name ({@code started_at} →
 * {@code startedAt}). Parameters are bound by name. Thread-safe.
 */
public class Reading {

    private final Jdbi jdbi;

    Reading() {
        this(null);
    }

    public Reading(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All rows. */
    public <R extends Record> List<R> list(String sql, Map<String, ?> parameters, Class<R> record) {
        return jdbi.withHandle(handle -> query(handle.createQuery(sql), parameters)
                .map(ConstructorMapper.of(record))
                .list());
    }

    /** The first row, if there is one. */
    public <R extends Record> Optional<R> first(String sql, Map<String, ?> parameters, Class<R> record) {
        return jdbi.withHandle(handle -> query(handle.createQuery(sql), parameters)
                .map(ConstructorMapper.of(record))
                .findFirst());
    }

    /** How many rows the statement changed. */
    public int update(String sql, Map<String, ?> parameters) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(sql).bindMap(parameters).execute());
    }

    private static Query query(Query query, Map<String, ?> parameters) {
        parameters.forEach((name, value) -> {
            if (value instanceof Iterable<?> values) {
                query.bindList(name, values);
            } else {
                query.bind(name, value);
            }
        });
        return query;
    }
}
