package io.clearover.operation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * What a server does for {@link Transactional} methods, on one connection for JPA and plain SQL: transactions that belong to
 * threads. Thread-safe.
 */
final class ThreadTransactions implements ConnectionFactory {

    private final EntityManagerFactory factory;
    private final DataSource database;
    private final ThreadLocal<Deque<EntityManager>> transactions = ThreadLocal.withInitial(ArrayDeque::new);

    ThreadTransactions(EntityManagerFactory factory, DataSource database) {
        this.factory = factory;
        this.database = database;
    }

    /** Calls a method in the transaction that its annotation asks for. */
    Object in(Transactional asked, Callable<Object> method) throws Exception {
        boolean active = !transactions.get().isEmpty();
        return switch (asked.value()) {
            case REQUIRES_NEW -> inNew(asked, method);
            case REQUIRED -> active ? method.call() : inNew(asked, method);
            case SUPPORTS -> method.call();
            case MANDATORY -> {
                if (!active) {
                    throw new TransactionalException("needs a transaction of the caller's", null);
                }
                yield method.call();
            }
            default -> throw new IllegalArgumentException("not used by operations: " + asked.value());
        };
    }

    private Object inNew(Transactional asked, Callable<Object> method) throws Exception {
        EntityManager entities = factory.createEntityManager();
        transactions.get().push(entities);
        try {
            entities.getTransaction().begin();
            Object result;
            try {
                result = method.call();
            } catch (RuntimeException thrown) {
                if (Arrays.stream(asked.dontRollbackOn()).noneMatch(kind -> kind.isInstance(thrown))) {
                    throw thrown;
                }
                entities.getTransaction().commit();
                throw thrown;
            }
            entities.getTransaction().commit();
            return result;
        } finally {
            transactions.get().pop();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** That of the transaction in which it is called; without one, of each call. */
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager current = transactions.get().peek();
                    EntityManager entities = current == null ? factory.createEntityManager() : current;
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public Connection openConnection() throws SQLException {
        EntityManager current = transactions.get().peek();
        return current == null ? database.getConnection() : current.unwrap(Connection.class);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (transactions.get().isEmpty()) {
            connection.close();
        }
    }
}
