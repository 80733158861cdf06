package ghtraffic.github;

import ghtraffic.github.model.ItemReader;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists: page by page, in smaller pages where GitHub does not give large ones, and without items that cannot be read. */
@ApplicationScoped
class GitHubLists {

    private static final int MOST_PAGES = 200;
    private static final int DIVISOR = 5;
    private static final int SMALLEST = 4;

    @Inject
    private GitHubCalls calls;

    /** Reads the body of one page. */
    @FunctionalInterface
    interface PageReader<T> {
        List<T> read(String body, ItemReader items);
    }

    /** Gets a list that has only one page. */
    <T> Answer<List<T>> single(GitHubRequest access, String path, PageReader<T> reader) {
        ListNotes notes = new ListNotes();
        return calls.get(access, path)
                .read(reply -> notes.fresh(reader.read(reply.body(), notes.items()), GitHubCalls.etag(reply)));
    }

    /**
     * Gets all pages of a list. Only a list of one page has an ETag, because the ETag of the first page does not cover
     * the others.
     *
     * @param path ends in {@code ?} or {@code &}
     * @param size how many items a page has
     */
    <T> Answer<List<T>> all(GitHubRequest access, String path, int size, PageReader<T> reader) {
        List<T> all = new ArrayList<>();
        ListNotes notes = new ListNotes();
        int pageSize = size;
        int page = 1;
        CallResult call = calls.get(access, page(path, pageSize, page));
        while (true) {
            if (call.tooLarge() && pageSize > SMALLEST) {
                pageSize /= DIVISOR;
                page = (page - 1) * DIVISOR + 1;
                call = calls.get(access.withEtag(null), page(path, pageSize, page));
                continue;
            }
            CallResult read = call;
            Answer<List<T>> part = call.read(reply -> {
                notes.add(reply);
                return new Answer.Fresh<>(reader.read(reply.body(), notes.items()), GitHubCalls.etag(reply));
            });
            if (!(part instanceof Answer.Fresh<List<T>> fresh)) {
                return part;
            }
            all.addAll(fresh.value());
            Optional<URI> next;
            try {
                next = read.next();
            } catch (IOException e) {
                return GitHubCalls.failed(e).read(reply -> part);
            }
            if (next.isEmpty()) {
                return notes.fresh(List.copyOf(all), page == 1 ? fresh.etag() : null);
            }
            if (page * pageSize >= MOST_PAGES * size) {
                return new Answer.Unavailable<>(Message.of("said.reason.gitHub.noEnd"));
            }
            page++;
            call = calls.get(access.withEtag(null), next.get());
        }
    }

    private static String page(String path, int size, int page) {
        return path + "per_page=" + size + (page == 1 ? "" : "&page=" + page);
    }
}
