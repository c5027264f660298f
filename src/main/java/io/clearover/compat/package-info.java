/**
 * The appliance's own forms of what the API tells: its rows as its GUI and scripts read them, a thin layer over the features.
 * What its rows hold of raw texts, devices and exports is told to admins alone; everybody else gets explained words, or the
 * empty text that these forms have for nothing. Over REST they are in {@code compat.rest}.
 *
 * <p>Depends on {@code job} and {@code job.view} for what a job is, {@code explain} for why it failed, {@code vm},
 * {@code platform}, {@code rawtext} and {@code database} only; nothing but {@code compat.rest} depends on it.
 */
package io.clearover.compat;
