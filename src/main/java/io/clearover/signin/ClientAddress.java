package io.clearover.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as one person can't easily be at many: an IPv4 address, or the /64 network of an IPv6 one.
 */
record ClientAddress(String text) {

    /** @param remote a literal address, as the server tells it; a text that is none is taken as it is */
    static ClientAddress of(String remote) {
        try {
            return InetAddress.getByName(remote) instanceof Inet6Address six
                    ? new ClientAddress(HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "/64")
                    : new ClientAddress(remote);
        } catch (UnknownHostException none) {
            return new ClientAddress(remote);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
