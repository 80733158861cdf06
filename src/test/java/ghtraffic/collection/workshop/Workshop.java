package ghtraffic.collection.workshop;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.collection.fetch.CollectionResult;
import ghtraffic.collection.fetch.RepositoryCollector;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.secrets.Secret;
import ghtraffic.tenants.TenantCredential;
import ghtraffic.tenants.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Tenants and repositories to try the collector on. */
@ApplicationScoped
public class Workshop {

    /** The code of the schedule "hourly". */
    private static final int HOURLY = 4;

    @Inject
    private TestDatabase database;

    @Inject
    private TestClock clock;

    @Inject
    private Tenants tenants;

    @Inject
    private Catalog catalogue;

    @Inject
    private RepositoryCollector collection;

    /** Clears it. */
    public void empty() throws SQLException {
        database.empty();
        database.run("insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'U')");
    }

    public void tenant(int tenant, String token) throws SQLException {
        database.run("insert into tenants (tid, fname, ghuser, ghtoken) values (%d, 'Tenant', 'user', '')"
                .formatted(tenant));
        tenants.replaceCredential(tenant, new TenantCredential.Token(new Secret(token)));
    }

    /** A repository that is called acme/r and its number, is collected hourly, and that these tenants track. */
    public void repository(int repository, int... ofTenants) throws SQLException {
        database.run("insert into repos (rid, rname, ghserverid, oid, schedule) values (%d, 'r%d', 1, 1, %d)"
                .formatted(repository, repository, HOURLY));
        for (int tenant : ofTenants) {
            database.run("insert into tenantrepos (tid, rid) values (%d, %d)".formatted(tenant, repository));
        }
    }

    /** The repository as it is stored now. */
    public TrackedRepository tracked(int repository) {
        return catalogue.tracked().stream()
                .filter(one -> one.id() == repository)
                .findFirst()
                .orElseThrow();
    }

    /** What a scheduled visit at a time comes to. */
    public CollectionResult visit(int repository, Instant at) {
        return visit(repository, at, false);
    }

    public CollectionResult visit(int repository, Instant at, boolean everything) {
        clock.set(at);
        return collection.collect(
                tracked(repository),
                catalogue.subscribers(List.of(repository)).getOrDefault(repository, List.of()),
                everything);
    }
}
