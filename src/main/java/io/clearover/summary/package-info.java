/**
 * The summary of a VM's last operation: its JSON document in {@code vm_replication_contexts.last_operation_summary}, the
 * observers that write it when an operation ends or the outcome of a test is recorded, and the timer that expires it. See
 * docs/operation-summary.md.
 *
 * <p>Depends on {@code operation} and {@code job} for the events, and on {@code explain}; {@code vm} reads the document.
 */
package io.clearover.summary;
