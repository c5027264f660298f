package io.clearover.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The addresses by which only this machine reaches itself. */
final class Loopback {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Loopback() {}

    /** @param text a literal address; what is none is no loopback address either */
    static boolean isAddress(String text) {
        return text != null && LITERAL.matcher(text.strip()).matches() && resolves(text.strip());
    }

    /** @param name {@code localhost} or a literal address, in brackets or not; any other name may lead anywhere */
    static boolean isHost(String name) {
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        return bare.equalsIgnoreCase("localhost") ? resolves(bare) : isAddress(bare);
    }

    /** The host of a {@code Host} header, without the port; empty for none. */
    static String hostOf(String header) {
        return header == null ? "" : header.replaceFirst(":\\d*$", "");
    }

    private static boolean resolves(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
