package ghtraffic.collection.warnings;

import ghtraffic.catalog.Catalog;
import ghtraffic.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns users who can replace a GitHub token that it expires within two weeks or has expired. */
@ApplicationScoped
public class CredentialWarnings {

    @Inject
    private Catalog catalog;

    @Inject
    private CredentialHealth health;

    @Inject
    private Clock clock;

    /**
     * Returns the warnings of the tenants that track this repository and that the viewer manages, the earliest end
     * first.
     */
    public List<CredentialWarning> of(Viewer viewer, int repository) {
        List<Integer> tracking = catalog.trackingTenants(List.of(repository)).getOrDefault(repository, List.of());
        return of(viewer.managed().stream()
                .filter(access -> tracking.contains(access.tenant()))
                .toList());
    }

    /** Returns the warnings of all tenants that the viewer manages, the earliest end first. */
    public List<CredentialWarning> of(Viewer viewer) {
        return of(viewer.managed());
    }

    private List<CredentialWarning> of(List<Viewer.Access> managed) {
        Instant now = clock.instant();
        Map<Integer, String> names =
                managed.stream().collect(Collectors.toMap(Viewer.Access::tenant, Viewer.Access::name));
        return health.of(names.keySet()).stream()
                .flatMap(state -> Stream.ofNullable(state.expiryIfSoon(now))
                        .map(end -> new CredentialWarning(
                                state.tenant(),
                                names.getOrDefault(state.tenant(), ""),
                                day(end),
                                ChronoUnit.DAYS.between(day(now), day(end)),
                                !end.isAfter(now))))
                .sorted(Comparator.comparing(CredentialWarning::on))
                .toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
