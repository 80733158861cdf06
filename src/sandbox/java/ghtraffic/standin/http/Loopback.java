package ghtraffic.standin.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/** Creates servers that listen on the loopback address. They are not started. */
public final class Loopback {

    private static final int BACKLOG = 1_024;

    static {
        // The JDK's server sends headers and body separately; without this setting each answer waits 40 ms for an
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Loopback() {}

    /**
     * Creates a server for HTTP.
     *
     * @param port the port to listen on; 0 takes any free one
     */
    public static HttpServer http(int port) {
        try {
            return HttpServer.create(address(port), BACKLOG);
        } catch (IOException e) {
            throw cannotListen(port, e);
        }
    }

    /**
     * Creates a server for HTTPS.
     *
     * @param port the port to listen on; 0 takes any free one
     * @param tls has the key and the certificate
     */
    public static HttpsServer https(int port, SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(address(port), BACKLOG);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return server;
        } catch (IOException e) {
            throw cannotListen(port, e);
        }
    }

    private static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    private static UncheckedIOException cannotListen(int port, IOException e) {
        return new UncheckedIOException("The stand-in cannot listen on port " + port, e);
    }
}
