package ghtraffic.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The address that a request comes from: the client's, or that of the last proxy that is not trusted.
 *
 * @param text the address in numeric form
 */
public record ClientAddress(String text) {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /**
     * Returns the network that shares one count: the address itself for IPv4, the first 64 bits for IPv6, because
     * providers give each customer a network of that size.
     */
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
