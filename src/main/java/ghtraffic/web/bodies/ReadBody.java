package ghtraffic.web.bodies;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request whose whole body is in memory. Of a form it knows the single parameters, not lists of them. */
final class ReadBody extends HttpServletRequestWrapper {

    private static final int MOST_BYTES = 16 * 1024;

    private final byte[] bytes;

    private ReadBody(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /**
     * Reads the body, or so much of it that it is known to be too large. The time is checked only when the server hands
     * over a part of the body, so a client that trickles a small one holds its thread for longer.
     *
     * @throws SocketTimeoutException when that takes longer than {@code longest}
     * @throws IOException when the client goes away, or breaks the rules of HTTP
     */
    static ReadBody of(HttpServletRequest request, Duration longest) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        InputStream in = request.getInputStream();
        for (int count = in.read(buffer); count >= 0 && read.size() <= MOST_BYTES; count = in.read(buffer)) {
            read.write(buffer, 0, count);
            if (System.nanoTime() - start > longest.toNanos()) {
                throw new SocketTimeoutException("The body took too long");
            }
        }
        if (read.size() < request.getContentLengthLong() && read.size() <= MOST_BYTES) {
            throw new IOException("The body is shorter than announced");
        }
        return new ReadBody(request, read.toByteArray());
    }

    boolean isTooLarge() {
        return bytes.length > MOST_BYTES;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new InMemory(bytes);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && decoded(parts[0]).equals(name)) {
                return decoded(parts[1]);
            }
        }
        return null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static final class InMemory extends ServletInputStream {

        private final ByteArrayInputStream in;

        InMemory(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return in.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is read already");
        }
    }
}
