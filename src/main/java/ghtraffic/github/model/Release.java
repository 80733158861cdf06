package ghtraffic.github.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published release.
 *
 * @param id GitHub's number of it
 * @param tag the git tag
 * @param name its title, null when it has none
 * @param publishedAt when it was published
 * @param assets the files that can be downloaded
 */
public record Release(long id, String tag, @Nullable String name, Instant publishedAt, List<Asset> assets) {

    /**
     * A file of a release.
     *
     * @param id GitHub's number of it; a file that is uploaded again has a new one
     * @param name its name
     * @param downloads how often it was downloaded since it is there
     */
    public record Asset(long id, String name, long downloads) {}
}
