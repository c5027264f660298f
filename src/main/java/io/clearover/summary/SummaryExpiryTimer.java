package io.clearover.summary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Expires old summaries once an hour; each batch has a transaction of its own. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SummaryExpiryTimer {

    /** An EJB can't have its constructor injected. */
    @Inject
    private SummaryExpiry expiry;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void expire() {
        expiry.expire();
    }
}
