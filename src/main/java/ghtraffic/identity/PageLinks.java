package ghtraffic.identity;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code Link} headers (RFC 8288) to the pages before and after. */
public final class PageLinks {

    private PageLinks() {}

    /** Adds the links of a list to its answer; the other query parameters stay. */
    public static Response.ResponseBuilder add(
            Response.ResponseBuilder response, UriInfo uri, int page, boolean hasNext) {
        if (page > 0) {
            response.link(address(uri, page - 1), "prev");
        }
        if (hasNext) {
            response.link(address(uri, page + 1), "next");
        }
        return response;
    }

    private static String address(UriInfo uri, int page) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("page", page)
                .build()
                .toString();
    }
}
