package ghtraffic.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The fact that a tenant tracks a repository. */
@Entity
@Table(name = "tenantrepos")
@IdClass(TenantRepository.Key.class)
class TenantRepository {

    /** Tenant and repository. */
    public record Key(int tenant, int repository) {}

    @Id
    @Column(name = "tid")
    private int tenant;

    @Id
    @Column(name = "rid")
    private int repository;

    /** For JPA. */
    protected TenantRepository() {}

    TenantRepository(int tenant, int repository) {
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
