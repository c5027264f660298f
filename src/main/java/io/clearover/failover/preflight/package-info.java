/**
 * What can be known before a failover changes anything: checks, each a small class, that the preflight answers with and
 * that the step {@code validation} makes too.
 *
 * <p>Depends on {@code failover}, {@code operation}, {@code job}, {@code job.view}, {@code vm}, {@code database}, {@code rawtext},
 * the ports of {@code platform} and the words in {@code explain} only.
 */
package io.clearover.failover.preflight;
