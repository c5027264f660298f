package io.clearover.explain.rest;

import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * A raw error without what differs from one time to the next: numbers, ids, addresses, case and white space. Errors of one
 * shape want one rule. Takes time linear in the text's length.
 */
record ErrorShape(String text) {

    private static final Pattern VARYING = Pattern.compile(
            "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}" // UUIDs
                    + "|\\bctx-[\\w.-]+" // contexts
                    + "|\\b(?:[0-9a-f]{1,4}:){2,}[0-9a-f:]*" // hardware and IPv6 addresses
                    + "|\\b(?:0x)?[0-9a-f]{8,}\\b" // hashes
                    + "|\\d+(?:[.:,]\\d+)*"); // amounts, times, IPv4 addresses

    private static final Pattern SPACE = Pattern.compile("\\s+");

    static ErrorShape of(String rawError) {
        String varying = VARYING.matcher(rawError.toLowerCase(Locale.ROOT)).replaceAll("#");
        return new ErrorShape(SPACE.matcher(varying).replaceAll(" ").strip());
    }
}
