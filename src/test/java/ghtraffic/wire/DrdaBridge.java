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
 * Connects the IBM driver and Derby's network server on the loopback interface, and rewrites messages of one side
 * that the other would refuse. {@link DriverRewriting} and {@link ServerRewriting} explain why each change is needed.
 * If the connection of one side breaks, so does that of the other, as in a real network.
 */
final class DrdaBridge implements AutoCloseable {
    private static final int BUFFER = 0x10000;

    private final ServerSocket listener;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens on a free port and connects each caller to the server's port. The server may be stopped at times. */
    DrdaBridge() throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // Chosen while the listener holds its port; otherwise both could be the same and the bridge would call itself.
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

    /** Closes all open connections. */
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
            // One side has closed the connection; closing both informs the other.
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
            // It is closed already.
        }
    }
}
