package io.clearover.live;

import java.util.function.Function;

/** What admins are told, and what everybody else is. */
record RoleSpecific<T>(T admins, T others) {

    T as(boolean admin) {
        return admin ? admins : others;
    }

    <R> RoleSpecific<R> map(Function<T, R> change) {
        return new RoleSpecific<>(change.apply(admins), change.apply(others));
    }
}
