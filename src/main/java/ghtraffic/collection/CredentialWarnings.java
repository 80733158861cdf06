package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.identity.Viewer;
import ghtraffic.words.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells those who can renew a token that it ends. */
@ApplicationScoped
class CredentialWarnings {

    @Inject
    private Catalogue catalogue;

    @Inject
    private CredentialHealth health;

    @Inject
    private Clock clock;

    /** A sentence, when the token of a tenant that the viewer manages and that tracks this repository ends within two weeks. */
    Optional<Message> warning(Viewer viewer, int repository) {
        return warning(catalogue.subscribers(List.of(repository)).getOrDefault(repository, List.of()).stream()
                .filter(viewer::manages)
                .toList());
    }

    /** A sentence, when the token of any tenant that the viewer manages ends within two weeks. */
    Optional<Message> warning(Viewer viewer) {
        return warning(viewer.managed().stream().map(access -> access.tenant()).toList());
    }

    private Optional<Message> warning(List<Integer> tenants) {
        Instant now = clock.instant();
        return health.of(tenants).stream()
                .map(state -> state.endsSoon(now))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(end -> end.isAfter(now)
                        ? Message.of("token.ends", LocalDate.ofInstant(end, ZoneOffset.UTC))
                        : Message.of("token.ended"));
    }
}
