/**
 * How things are now: probes, each a small class, that ask one side how one thing is and change nothing, what is read for them,
 * and how they are asked at once. The preflight and the step {@code validation} ask the same.
 *
 * <p>Depends on {@code operation}, {@code job}, {@code job.view}, {@code vm}, {@code database}, {@code rawtext}, the ports of
 * {@code platform} and the facts and words in {@code explain} only.
 */
package io.clearover.diagnosis;
