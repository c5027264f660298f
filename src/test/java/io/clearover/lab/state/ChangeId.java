package io.clearover.lab.state;

import java.util.HexFormat;
import java.util.Random;

/** VMware's change ids: 16 bytes in hexadecimal with a dash in the middle, a slash, and a counter. */
public final class ChangeId {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

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
        String first = HEX.formatHex(bytes, 0, bytes.length / 2);
        return first + "-" + HEX.formatHex(bytes, bytes.length / 2, bytes.length) + "/" + count;
    }
}
