package io.clearover.operation;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Gives {@link Transactional} methods their transactions where no server does; one interceptor for each type of them. */
class TransactionInterceptors {

    static final Class<?>[] ALL = {RequiresNew.class, Required.class, Supports.class, Mandatory.class};

    private final ThreadTransactions transactions;

    TransactionInterceptors(ThreadTransactions transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        return transactions.in(call.getMethod().getAnnotation(Transactional.class), call::proceed);
    }

    @Interceptor
    @Transactional(TxType.REQUIRES_NEW)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class RequiresNew extends TransactionInterceptors {
        @Inject
        RequiresNew(ThreadTransactions transactions) {
            super(transactions);
        }
    }

    @Interceptor
    @Transactional(TxType.REQUIRED)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class Required extends TransactionInterceptors {
        @Inject
        Required(ThreadTransactions transactions) {
            super(transactions);
        }
    }

    @Interceptor
    @Transactional(TxType.SUPPORTS)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class Supports extends TransactionInterceptors {
        @Inject
        Supports(ThreadTransactions transactions) {
            super(transactions);
        }
    }

    @Interceptor
    @Transactional(TxType.MANDATORY)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE)
    static class Mandatory extends TransactionInterceptors {
        @Inject
        Mandatory(ThreadTransactions transactions) {
            super(transactions);
        }
    }
}
