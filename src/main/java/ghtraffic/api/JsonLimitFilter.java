package ghtraffic.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Limits the size of JSON sent to the REST API, because it is kept in memory. The largest legitimate body needs less
 * than a quarter of the limit.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class JsonLimitFilter implements ContainerRequestFilter {

    private static final int MOST_BYTES = 256 * 1024;
    private static final String TOO_LARGE = "JSON may have 256 KB at most";

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || !request.hasEntity() || !type.getSubtype().endsWith("json")) {
            return;
        }
        if (request.getLength() > MOST_BYTES) {
            request.abortWith(Response.status(413)
                    .entity(Problem.of(413, TOO_LARGE))
                    .type(Problem.TYPE)
                    .build());
        } else {
            request.setEntityStream(new Bounded(request.getEntityStream()));
        }
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(TOO_LARGE, 413);
    }

    /** Enforces the limit for bodies whose declared length is missing or wrong. */
    private static final class Bounded extends FilterInputStream {

        private int left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int answer, int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw tooLarge();
            }
            return answer;
        }
    }
}
