package ghtraffic.github.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published release.
 *
 * @param id GitHub's id
 * @param tag the git tag
 * @param name the title, null if it has none
 * @param publishedAt when it was published
 * @param assets the files to download
 */
public record Release(long id, String tag, @Nullable String name, Instant publishedAt, List<Asset> assets) {

    /**
     * A file of a release.
     *
     * @param id GitHub's id; a file that is uploaded again gets a new one
     * @param name the file name
     * @param downloads the number of downloads since the upload
     */
    public record Asset(long id, String name, long downloads) {}
}
