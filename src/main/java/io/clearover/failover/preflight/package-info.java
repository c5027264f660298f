/**
 * What can be known before a failover changes anything: the probes of {@code diagnosis}, which the step {@code validation} asks
 * too, and the options that somebody should think about.
 *
 * <p>Depends on {@code diagnosis}, {@code operation}, {@code job}, {@code job.view}, {@code rawtext} and the words in {@code explain} only.
 */
package io.clearover.failover.preflight;
