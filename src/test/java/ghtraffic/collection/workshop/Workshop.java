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

/** Creates tenants and repositories for tests of the collection, and collects them. */
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
    private Catalog catalog;

    @Inject
    private RepositoryCollector collection;

    /** Empties the database, except for the owner acme. */
    public void empty() throws SQLException {
        database.empty();
        database.run("insert into ghorgusers (oid, username, usertype) values (1, 'acme', 'U')");
    }

    /** Creates a tenant with this GitHub token. */
    public void tenant(int tenant, String token) throws SQLException {
        database.run("insert into tenants (tid, fname, ghuser, ghtoken) values (%d, 'Tenant', 'user', '')"
                .formatted(tenant));
        tenants.replaceCredential(tenant, new TenantCredential.Token(new Secret(token)));
    }

    /**
     * Creates a repository that is collected hourly and that these tenants track. Its name is {@code acme/r} and its
     * id.
     */
    public void repository(int repository, int... ofTenants) throws SQLException {
        database.run("insert into repos (rid, rname, ghserverid, oid, schedule) values (%d, 'r%d', 1, 1, %d)"
                .formatted(repository, repository, HOURLY));
        for (int tenant : ofTenants) {
            database.run("insert into tenantrepos (tid, rid) values (%d, %d)".formatted(tenant, repository));
        }
    }

    /** Returns the repository as it is stored now. */
    public TrackedRepository tracked(int repository) {
        return catalog.tracked().stream()
                .filter(one -> one.id() == repository)
                .findFirst()
                .orElseThrow();
    }

    /** Collects the repository at a given time as a scheduled run does, and returns the result. */
    public CollectionResult collect(int repository, Instant at) {
        return collect(repository, at, false);
    }

    /**
     * Collects the repository at a given time and returns the result; {@code everything} as in a run that a user
     * starts.
     */
    public CollectionResult collect(int repository, Instant at, boolean everything) {
        clock.set(at);
        return collection.collect(
                tracked(repository),
                catalog.trackingTenants(List.of(repository)).getOrDefault(repository, List.of()),
                everything);
    }
}
