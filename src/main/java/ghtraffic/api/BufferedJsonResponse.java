package ghtraffic.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Buffers a successful JSON response until it is complete. Every other response is sent while it is written. */
final class BufferedJsonResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream out;
    private boolean holding;

    BufferedJsonResponse(HttpServletResponse response) {
        super(response);
    }

    /** Returns whether the response is buffered and still has to be sent. */
    boolean isHolding() {
        return holding;
    }

    /** Returns the buffered body. */
    byte[] body() {
        return body.toByteArray();
    }

    /**
     * Decides whether to buffer, as late as the first write, when status and content type are known. A committed
     * response cannot be buffered any more.
     */
    private boolean holds() {
        String type = getContentType();
        holding = holding
                || (!isCommitted() && getStatus() == SC_OK && type != null && type.startsWith("application/json"));
        return holding;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Held(super.getOutputStream());
        }
        return out;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!holds()) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    private void forget() {
        body.reset();
        holding = false;
    }

    private final class Held extends ServletOutputStream {

        private final ServletOutputStream target;

        Held(ServletOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            if (holds()) {
                body.write(one);
            } else {
                target.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (holds()) {
                body.write(bytes, offset, length);
            } else {
                target.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!holds()) {
                target.flush();
            }
        }

        @Override
        public boolean isReady() {
            return target.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            target.setWriteListener(listener);
        }
    }
}
