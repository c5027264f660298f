/**
 * Jobs as readers see them, whichever program wrote their rows: the rows, the rules that say what can be believed of them, and
 * what answers are made of: the status of one job, what
 * was found after it failed, and the list of a VM's recent jobs. The live feed is made from the same.
 *
 * <p>Depends on {@code job} for its words and rules, and on {@code explain}, {@code estimate}, {@code rawtext} and {@code
 * database} only.
 */
package io.clearover.job.view;
