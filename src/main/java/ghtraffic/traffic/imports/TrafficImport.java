package ghtraffic.traffic.imports;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.Message;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports daily traffic from files, each as a whole or not at all. */
@ApplicationScoped
class TrafficImport {

    @Inject
    private Catalog catalog;

    @Inject
    private Today currentDay;

    @Inject
    private ImportStore store;

    /**
     * Reads a file to its end and merges it if it has no errors. Importing the same file again changes nothing.
     *
     * @param format the format, or null to recognize it from the first line
     * @param repository the repository that all lines belong to; null if each line names its repository
     * @throws IllegalArgumentException if neither the file nor the caller names the repository
     * @throws IOException if the file cannot be read to its end
     */
    ImportOutcome run(Viewer viewer, @Nullable ImportFormat format, @Nullable Integer repository, InputStream content)
            throws IOException {
        if (viewer.managed().isEmpty()) {
            return new ImportOutcome.NotAllowed(Message.of("import.reason.noRole", Role.TENANT.group()));
        }
        Map<Integer, String> managed = catalog.managedBy(viewer).stream()
                .collect(Collectors.toMap(TrackedRepository::id, TrackedRepository::fullName));
        if (repository != null && !managed.containsKey(repository)) {
            return catalog.visibleTo(viewer, repository).isPresent()
                    ? new ImportOutcome.NotAllowed(Message.of("import.reason.notTracked"))
                    : new ImportOutcome.NoRepository(repository);
        }
        try {
            TargetRepositories targets = new TargetRepositories(managed, repository);
            return merge(new ImportReader(targets, format, currentDay.date()).read(content));
        } catch (BoundedInput.TooLargeException e) {
            return new ImportOutcome.TooLarge();
        }
    }

    private ImportOutcome merge(ParsedFile file) {
        Message objection = file.objection();
        if (objection != null) {
            return new ImportOutcome.Refused(objection, file.read(), file.rejected());
        }
        return store.merge(file.repositories())
                .<ImportOutcome>map(recorded -> new ImportOutcome.Merged(file.read(), recorded, file.warnings()))
                .orElseGet(
                        () -> new ImportOutcome.Refused(Message.of("import.reason.removed"), file.read(), List.of()));
    }
}
