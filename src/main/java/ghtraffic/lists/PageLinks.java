package ghtraffic.lists;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds the addresses of the previous and next page, for web pages and for {@code Link} headers (RFC 8288). */
public final class PageLinks {

    private PageLinks() {}

    /**
     * Adds the {@code Link} headers of a list to its response. The other query parameters stay.
     *
     * @param page the page number, from 0
     */
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

    /**
     * Returns the address of one page of search results.
     *
     * @param list the path of the list
     * @param page the page number, from 0
     */
    public static String found(String list, String search, int page) {
        return list + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&page=" + page;
    }

    private static String address(UriInfo uri, int page) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("page", page)
                .build()
                .toString();
    }
}
