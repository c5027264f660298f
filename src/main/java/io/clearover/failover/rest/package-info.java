/**
 * Failovers over REST: the requests, and the resources that start, cancel and retry them, check whether one would work, and
 * keep the outcome of a test.
 *
 * <p>Depends on {@code failover}, {@code failover.preflight}, {@code operation}, {@code operation.rest}, {@code job}, {@code web}
 * and {@code explain} (for the language of answers) only; nothing depends on it.
 */
package io.clearover.failover.rest;
