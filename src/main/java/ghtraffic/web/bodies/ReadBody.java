package ghtraffic.web.bodies;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is in memory, at most 16 KB of it. Of a form it knows the single parameters, not lists of them. */
final class ReadBody extends HttpServletRequestWrapper {

    private static final int MOST_BYTES = 16 * 1024;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    ReadBody(HttpServletRequest request) {
        super(request);
    }

    void add(byte[] buffer, int count) {
        received.write(buffer, 0, count);
    }

    boolean isTooLarge() {
        return received.size() > MOST_BYTES;
    }

    boolean isComplete() {
        return received.size() >= super.getContentLengthLong();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new InMemory(received.toByteArray());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(received.toByteArray()), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        for (String pair : received.toString(StandardCharsets.UTF_8).split("&", -1)) {
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
