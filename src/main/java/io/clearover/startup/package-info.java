/**
 * What happens once when the application starts, in order: the configuration and the table of steps are checked, the schema
 * migrated, the jobs of this node's earlier lives ended, and those of other programs watched.
 *
 * <p>Depends on {@code explain}, {@code schema}, {@code summary}, {@code operation}, {@code failover} and {@code watch}, which take part;
 * nothing depends on it.
 */
package io.clearover.startup;
