package ghtraffic.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** That a tenant tracks a repository. */
@Entity
@Table(name = "tenantrepos")
@IdClass(Subscription.Key.class)
class Subscription {

    /** Tenant and repository. */
    public record Key(int tenant, int repository) {}

    @Id
    @Column(name = "tid")
    private int tenant;

    @Id
    @Column(name = "rid")
    private int repository;

    /** For JPA. */
    protected Subscription() {}

    Subscription(int tenant, int repository) {
        this.tenant = tenant;
        this.repository = repository;
    }

    int tenant() {
        return tenant;
    }

    int repository() {
        return repository;
    }
}
