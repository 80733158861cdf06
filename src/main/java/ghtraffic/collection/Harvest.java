package ghtraffic.collection;

import ghtraffic.catalogue.Catalogue;
import ghtraffic.github.GitHubRepository;
import ghtraffic.traffic.DailyNumbers;
import ghtraffic.traffic.Recorded;
import ghtraffic.traffic.TrafficLedger;
import ghtraffic.traffic.WindowNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Stores what was fetched of one repository, in one transaction: all of it or nothing. */
@ApplicationScoped
class Harvest {

    @Inject
    private Catalogue catalogue;

    @Inject
    private TrafficLedger ledger;

    @Inject
    private Health health;

    @Inject
    private Clock clock;

    @Transactional
    Recorded store(int repository, GitHubRepository found, List<DailyNumbers> days, WindowNumbers window) {
        catalogue.refresh(repository, found);
        Recorded recorded = ledger.merge(repository, days);
        ledger.keepWindow(repository, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), window);
        health.succeeded(repository);
        return recorded;
    }
}
