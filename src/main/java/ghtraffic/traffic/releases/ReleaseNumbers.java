package ghtraffic.traffic.releases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release, as GitHub lists it.
 *
 * @param id GitHub's number
 * @param tag the git tag
 * @param name its title; null when it has none
 * @param publishedAt when it was published
 * @param assets its files
 */
public record ReleaseNumbers(
        long id, String tag, @Nullable String name, Instant publishedAt, List<AssetNumbers> assets) {

    /**
     * A file of a release.
     *
     * @param id GitHub's number
     * @param name its name
     * @param downloads the downloads since the file was uploaded
     */
    public record AssetNumbers(long id, String name, long downloads) {}
}
