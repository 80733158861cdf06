package ghtraffic.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer that keeps successful JSON back until all of it is there. Everything else is sent on as it is written. */
final class BufferedJsonResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream out;
    private boolean holding;

    BufferedJsonResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether JSON was kept back that is to be sent now. */
    boolean isHolding() {
        return holding;
    }

    /** What was kept back. */
    byte[] body() {
        return body.toByteArray();
    }

    /** Decided late, by what is known when the first byte is written; what was sent cannot be held any more. */
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
