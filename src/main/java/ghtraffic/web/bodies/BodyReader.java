package ghtraffic.web.bodies;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the body of a request while no thread waits for it. When it is complete, the container calls the servlet with
 * it. Otherwise the request is refused.
 */
final class BodyReader implements ReadListener, AsyncListener {

    private final AsyncContext context;
    private final ServletInputStream in;
    private final ReadBody body;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Creates a reader.
     *
     * @param context the request with this body, suspended; its timeout is the longest time for the whole body
     * @param in what the client sends
     * @param end is run once, when nothing more is read
     */
    BodyReader(AsyncContext context, ServletInputStream in, ReadBody body, Runnable end) {
        this.context = context;
        this.in = in;
        this.body = body;
        this.end = end;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] buffer = new byte[1024];
        while (in.isReady() && !in.isFinished()) {
            int count = in.read(buffer);
            if (count < 0) {
                return;
            }
            body.add(buffer, count);
            if (body.isTooLarge()) {
                refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The body is too large");
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (!body.isComplete()) {
            refuse(HttpServletResponse.SC_BAD_REQUEST, "The body is shorter than announced");
        } else if (ended.compareAndSet(false, true)) {
            end.run();
            context.dispatch();
        }
    }

    /** The chunks are malformed, or the client went away. */
    @Override
    public void onError(Throwable failure) {
        refuse(HttpServletResponse.SC_BAD_REQUEST, "The body is malformed or incomplete");
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(HttpServletResponse.SC_REQUEST_TIMEOUT, "The body took too long");
    }

    private void refuse(int status, String reason) {
        if (ended.compareAndSet(false, true)) {
            end.run();
            try {
                BodyFilter.refuse((HttpServletResponse) context.getResponse(), status, reason);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                context.complete();
            }
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        refuse(HttpServletResponse.SC_BAD_REQUEST, "The body is malformed or incomplete");
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (ended.compareAndSet(false, true)) {
            end.run();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The servlet may suspend the request again.
    }
}
