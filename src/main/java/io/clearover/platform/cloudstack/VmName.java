package io.clearover.platform.cloudstack;

/** A name that CloudStack takes for a VM: letters, digits and hyphens, at most 63, neither first nor last a hyphen. */
final class VmName {

    private static final int MAX_LENGTH = 63;
    private static final int TAIL_LENGTH = 21;
    private static final String NOTHING_LEFT = "vm";

    private VmName() {}

    /**
     * What is left of any name. The first character is made a letter, as CloudStack wants it; one that is too long loses its
     * middle, because what makes names of VMs differ is often at the end.
     */
    static String of(String wanted) {
        String kept = trimmed(wanted.replaceAll("[^A-Za-z0-9-]", ""));
        if (kept.isEmpty()) {
            return NOTHING_LEFT;
        }
        String named = Character.isDigit(kept.charAt(0)) ? NOTHING_LEFT + "-" + kept : kept;
        if (named.length() <= MAX_LENGTH) {
            return named;
        }
        return named.substring(0, MAX_LENGTH - TAIL_LENGTH) + named.substring(named.length() - TAIL_LENGTH);
    }

    private static String trimmed(String name) {
        return name.replaceAll("^-+|-+$", "");
    }
}
