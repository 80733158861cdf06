package ghtraffic.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from: the caller's address, or that of the last proxy that is not known here.
 *
 * @param text the address as digits
 */
public record ClientAddress(String text) {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** Who shares a count: of IPv4 one address, of IPv6 the 64 bits that a customer is given as one network. */
    String network() {
        if (!text.contains(":")) {
            return text;
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
