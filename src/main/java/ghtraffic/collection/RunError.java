package ghtraffic.collection;

import ghtraffic.catalogue.TrackedRepository;

/**
 * Why one repository could not be collected.
 *
 * @param repository its full name
 * @param reason in words, with what to do
 */
public record RunError(String repository, String reason) {

    static RunError of(Object[] row) {
        return new RunError(
                row[1] instanceof TrackedRepository repository ? repository.fullName() : "(deleted)", (String) row[0]);
    }
}
