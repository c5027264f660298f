/**
 * The summary of a VM's last operation: its JSON document in {@code vm_replication_contexts.last_operation_summary}, the
 * observer that writes it when an operation ends, and the timer that expires it. See docs/operation-summary.md.
 *
 * <p>Depends on {@code operation} for the event, and on {@code explain}; {@code vm} reads the document.
 */
package io.clearover.summary;
