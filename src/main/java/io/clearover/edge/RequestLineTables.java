package io.clearover.edge;

import com.ibm.wsspi.http.WorkClassifier;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import sun.misc.Unsafe;

/**
 * Keeps strangers from filling the server's memory with request lines. Open Liberty remembers each method and each protocol
 * version that anybody ever sent, for ever, and versions in an array as long as their number: {@code GET / HTTP/99999999.1}
 * takes 400 MB before any sign-in (seen in 26.0.0.3, VersionValues and MethodValues; no setting limits it). Here its tables
 * become fixed, so that an unknown word is what it already has an answer for: a malformed request, 400.
 */
final class RequestLineTables {

    private static final Logger LOG = Logger.getLogger(RequestLineTables.class.getName());

    private static final String PACKAGE = "com.ibm.wsspi.http.channel.values.";

    private static final String METHODS = "MethodValues";

    private RequestLineTables() {}

    /** Fixes the tables of methods and versions. A server that has none, such as a newer one, is left as it is, with a warning. */
    static void freeze() {
        for (String table : List.of(METHODS, "VersionValues")) {
            try {
                fix(Class.forName(PACKAGE + table, true, WorkClassifier.class.getClassLoader()));
            } catch (ReflectiveOperationException | RuntimeException changed) {
                LOG.log(
                        Level.WARNING,
                        changed,
                        () -> "this server's table of " + table + " is not as known; not limited");
            }
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void fix(Class<?> table) throws ReflectiveOperationException {
        if (table.getSimpleName().equals(METHODS)) {
            table.getMethod("find", String.class).invoke(null, "PATCH"); // the one of today that it doesn't know
        }
        Field words = table.getDeclaredField("allKeys");
        words.setAccessible(true);
        List<?> known = (List<?>) words.get(null);
        Field unsafe = Unsafe.class.getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        Unsafe memory = (Unsafe) unsafe.get(null);
        memory.putObjectVolatile(memory.staticFieldBase(words), memory.staticFieldOffset(words), new Full(known));
    }

    /** A list that takes nothing more. */
    private static final class Full extends ArrayList<Object> {

        private static final long serialVersionUID = 1L;

        Full(List<?> known) {
            super(known);
        }

        @Override
        public boolean add(Object word) {
            throw new IllegalArgumentException("no word of HTTP/1.1");
        }
    }
}
