package ghtraffic.catalog.discovery;

import ghtraffic.catalog.TrackedRepository;
import ghtraffic.github.model.GitHubRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds which repositories in a list from GitHub are already tracked: by GitHub's number, or by name when the number is
 * not known yet.
 */
final class TrackedIndex {

    private final Set<Long> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    TrackedIndex(Collection<TrackedRepository> tracked) {
        for (TrackedRepository one : tracked) {
            Long number = one.gitHubId();
            if (number == null) {
                names.add(one.fullName().toLowerCase(Locale.ROOT));
            } else {
                numbers.add(number);
            }
        }
    }

    boolean has(GitHubRepository found) {
        return numbers.contains(found.id()) || names.contains(found.fullName().toLowerCase(Locale.ROOT));
    }
}
