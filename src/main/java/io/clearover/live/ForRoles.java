package io.clearover.live;

import java.util.function.Function;

/** What admins are told, and what everybody else is. */
record ForRoles<T>(T admins, T others) {

    T as(boolean admin) {
        return admin ? admins : others;
    }

    <R> ForRoles<R> map(Function<T, R> change) {
        return new ForRoles<>(change.apply(admins), change.apply(others));
    }
}
