package ghtraffic.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands on the loopback interface between the IBM driver and Derby's network server and rewrites what one says and the
 * other would refuse; each rewriting says why it is needed: {@link DriverRewriting} and {@link ServerRewriting}.
 * A broken connection on one side breaks the other, as the network would.
 */
final class DrdaBridge implements AutoCloseable {
    private static final int BUFFER = 0x10000;

    private final ServerSocket listener;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens on a free port, and connects each caller to another one: the server's, which may be silent at times. */
    DrdaBridge() throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // Drawn while the listener has its own, else both may be the same and the bridge calls itself without end.
        this.serverPort = freePort();
        start("drda-bridge-" + port(), this::accept);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    int serverPort() {
        return serverPort;
    }

    /** Breaks all connections that are open now. */
    void cut() {
        open.forEach(DrdaBridge::closeQuietly);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                join(listener.accept());
            } catch (IOException listenerClosed) {
                return;
            }
        }
    }

    private void join(Socket driver) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(driver);
            open.add(server);
            driver.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start("drda-to-server", () -> pump(driver, server, new DriverRewriting()));
            start("drda-to-driver", () -> pump(server, driver, new ServerRewriting()));
        } catch (IOException serverSilent) {
            closeQuietly(driver);
        }
    }

    private void pump(Socket from, Socket to, DrdaRewriting rewriting) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER));
            OutputStream out = new BufferedOutputStream(to.getOutputStream(), BUFFER);
            while (true) {
                for (DrdaMessage message : rewriting.pass(DrdaMessage.read(in))) {
                    message.writeTo(out);
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException disconnected) {
            // Either side has hung up; closing both tells the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyGone) {
            // It was to be closed, and it is.
        }
    }
}
