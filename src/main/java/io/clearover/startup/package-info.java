/**
 * What happens once when the application starts, in order: the configuration and the table of steps are checked, the schema
 * migrated, and the jobs of this node's earlier lives ended.
 *
 * <p>Depends on {@code explain}, {@code schema}, {@code summary}, {@code operation} and {@code failover}, which take part;
 * nothing depends on it.
 */
package io.clearover.startup;
