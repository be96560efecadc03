package io.patchbay.app;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who is counted as one: an address of IPv4, of IPv6 the first half, because whoever has one such usually has all of it. */
record Network(String name) {

    static Network of(@Nullable String address) {
        var text = String.valueOf(address);
        // Most are of IPv4 and need no look.
        return text.indexOf(':') < 0 ? new Network(text) : wide(text);
    }

    private static Network wide(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")) instanceof Inet6Address six
                    ? new Network(HexFormat.of().formatHex(six.getAddress(), 0, 8))
                    : new Network(address);
        } catch (IllegalArgumentException noAddress) {
            return new Network(address);
        }
    }
}
