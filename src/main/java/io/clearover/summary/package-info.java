/**
 * The summary of a VM's last operation: its JSON document in {@code vm_replication_contexts.last_operation_summary} and how it
 * is told, the observers that write it when an operation ends or the outcome of a test is recorded, and the timer that expires
 * it. See docs/operation-summary.md and docs/events.md. The column is changed from nowhere else.
 *
 * <p>Depends on {@code job} for the events, on {@code explain} and on {@code database}. {@code vm} maps the document on its
 * entity, and implements {@link SummaryStore}.
 */
package io.clearover.summary;
