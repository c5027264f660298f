package io.clearover.lab.fault;

import java.util.Set;

/**
 * What a call is about.
 *
 * @param calls all names that a fault may call it by
 * @param vm    name of the source VM it concerns; null for none
 */
public record About(Set<String> calls, String vm) {}
