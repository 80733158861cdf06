package ghtraffic.github.servers;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Recognizes addresses on the public Internet, by IANA's registries of special-purpose addresses (RFC 6890). An IPv6
 * address is public if it is in the assigned block 2000::/3 and does not embed an IPv4 address that is not public.
 */
final class PublicAddress {

    private static final int IPV4_BYTES = 4;

    private static final List<Block> SPECIAL_IPV4 = List.of(
            new Block("00000000", 8),
            new Block("0a000000", 8),
            new Block("64400000", 10),
            new Block("7f000000", 8),
            new Block("a9fe0000", 16),
            new Block("ac100000", 12),
            new Block("c0000000", 24),
            new Block("c0000200", 24),
            new Block("c0586300", 24),
            new Block("c0a80000", 16),
            new Block("c6120000", 15),
            new Block("c6336400", 24),
            new Block("cb007100", 24),
            new Block("e0000000", 3));

    private static final Block GLOBAL = new Block("20", 3);

    /** Protocol assignments with Teredo, documentation, 6to4, and documentation again. */
    private static final List<Block> SPECIAL_IPV6 = List.of(
            new Block("20010000", 23), new Block("20010db8", 32), new Block("2002", 16), new Block("3fff00", 20));

    /** The prefix of IPv4 addresses that are reached through NAT64 (RFC 6052). */
    private static final Block NAT64 = new Block("0064ff9b0000000000000000", 96);

    private PublicAddress() {}

    /** Returns whether the address is public; false in doubt. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return SPECIAL_IPV4.stream().noneMatch(block -> block.holds(bytes));
        }
        if (NAT64.holds(bytes)) {
            return isPublic(last(bytes));
        }
        return GLOBAL.holds(bytes) && SPECIAL_IPV6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static InetAddress last(byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A block of addresses with a common prefix.
     *
     * @param start the beginning of the prefix, in hexadecimal digits
     * @param bits the length of the prefix
     */
    private record Block(String start, int bits) {

        boolean holds(byte[] address) {
            byte[] own = HexFormat.of().parseHex(start);
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((own[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
