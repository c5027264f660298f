package io.clearover.lab.watch;

/**
 * A change that was really carried out, whether or not its client came to know.
 *
 * @param vm      name of the source VM that it was done for; null for none
 * @param command the command of CloudStack, {@code power-off}, {@code power-on}, {@code replicate} or {@code driver}
 * @param thing   what it was done to; the same for the same thing
 */
public record Act(String vm, String command, String thing) {}
