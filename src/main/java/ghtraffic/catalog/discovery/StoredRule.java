package ghtraffic.catalog.discovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A discovery rule of a tenant, with its position in the list. */
@Entity
@Table(name = "discoveryrules")
@IdClass(StoredRule.Key.class)
class StoredRule {

    /** Tenant and place. */
    public record Key(int tenant, int place) {}

    @Id
    @Column(name = "tid")
    private int tenant;

    @Id
    @Column(name = "place")
    private int place;

    @Column(name = "rule")
    private String rule;

    /** For JPA. */
    protected StoredRule() {}

    StoredRule(int tenant, int place, String rule) {
        this.tenant = tenant;
        this.place = place;
        this.rule = rule;
    }

    int place() {
        return place;
    }

    String rule() {
        return rule;
    }
}
