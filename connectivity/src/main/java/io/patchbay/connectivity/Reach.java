package io.patchbay.connectivity;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where an address leads, as far as its number tells. */
enum Reach {
    /** Anywhere on the internet. */
    PUBLIC,
    /** This machine or its own network; spoken to only where the owner says so. */
    PRIVATE,
    /** Metadata services, neighbours on the link, and numbers that no system of anybody has; never spoken to. */
    FORBIDDEN;

    private static final List<Block> PRIVATE_BLOCKS = Stream.of(
                    "10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
            .map(Block::parse)
            .toList();
    private static final List<Block> FORBIDDEN_BLOCKS = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    // Azure's metadata hides among public numbers.
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/32",
                    "2001:2::/48",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(Block::parse)
            .toList();
    private static final Block GLOBAL_UNICAST = Block.parse("2000::/3");
    private static final Block LOOPBACK_V6 = Block.parse("::1/128");
    private static final Block UNSPECIFIED_V6 = Block.parse("::/128");
    private static final Block COMPATIBLE = Block.parse("::/96");
    private static final Block NAT64 = Block.parse("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = Block.parse("2002::/16");

    static Reach of(InetAddress address) {
        return of(address.getAddress());
    }

    private static Reach of(byte[] address) {
        if (address.length == 4) {
            return ofPlain(address, PUBLIC);
        }
        if (LOOPBACK_V6.holds(address)) {
            return PRIVATE;
        }
        if (UNSPECIFIED_V6.holds(address)) {
            return FORBIDDEN;
        }
        // An address of version 4 inside leads where that one leads.
        if (isMapped(address) || COMPATIBLE.holds(address) || NAT64.holds(address)) {
            return of(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return of(Arrays.copyOfRange(address, 2, 6));
        }
        return ofPlain(address, GLOBAL_UNICAST.holds(address) ? PUBLIC : FORBIDDEN);
    }

    private static Reach ofPlain(byte[] address, Reach otherwise) {
        if (FORBIDDEN_BLOCKS.stream().anyMatch(block -> block.holds(address))) {
            return FORBIDDEN;
        }
        return PRIVATE_BLOCKS.stream().anyMatch(block -> block.holds(address)) ? PRIVATE : otherwise;
    }

    /** By hand, because Java reads {@code ::ffff:0:0} as an address of version 4. */
    private static boolean isMapped(byte[] address) {
        for (int index = 0; index < 10; index++) {
            if (address[index] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    /** All addresses that begin with the same bits. */
    private record Block(byte[] first, int bits) {

        static Block parse(String text) {
            var slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
