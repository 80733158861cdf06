package ghtraffic.server.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

/** Whether another process listens at a port of the server. The server itself would go on without that port. */
final class PortState {

    private static final Map<String, String> PORTS = Map.of("HTTPS_PORT", "9443", "HTTP_PORT", "-1");
    private static final String ANY = "*";

    private PortState() {}

    /** Returns which port is in use; empty if the server can have all of them. */
    static Optional<Finding> finding(Map<String, String> given) {
        return PORTS.entrySet().stream()
                .filter(port -> isInUse(
                        value(given, "BIND_ADDRESS", ANY),
                        Integer.parseInt(value(given, port.getKey(), port.getValue()))))
                .map(port -> Finding.passing("another process listens at the port that " + port.getKey()
                        + " names: end it, or set another port"))
                .findFirst();
    }

    private static String value(Map<String, String> given, String name, String usual) {
        String value = given.getOrDefault(name, "").strip();
        return value.isEmpty() ? usual : value;
    }

    private static boolean isInUse(String address, int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    address.equals(ANY)
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
            return false;
        } catch (BindException e) {
            return String.valueOf(e.getMessage()).contains("in use");
        } catch (IOException e) {
            return false; // The server says why it cannot listen there.
        }
    }
}
