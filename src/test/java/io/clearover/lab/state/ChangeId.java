package io.clearover.lab.state;

import java.util.Locale;
import java.util.Random;

/** VMware's change ids: 16 bytes in hexadecimal with a dash in the middle, a slash, and a counter. */
public final class ChangeId {

    private ChangeId() {}

    /** The change id of the last replication before the lab began. */
    public static String initial(String vmName) {
        return of(vmName, 100);
    }

    /** The one that follows. */
    public static String next(String vmName, String changeId) {
        return of(vmName, Integer.parseInt(changeId.substring(changeId.indexOf('/') + 1)) + 1);
    }

    /** A VM's change id of a given count; always the same. */
    public static String of(String vmName, int count) {
        byte[] bytes = new byte[16];
        new Random(vmName.hashCode()).nextBytes(bytes);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            text.append(i == 8 ? "-" : i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", bytes[i] & 0xff));
        }
        return text + "/" + count;
    }
}
