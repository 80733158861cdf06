package ghtraffic.tenants.credentials;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That the GitHub token of a tenant was stored in plain text. */
@Entity
@Table(name = "plaintokens")
class PlainToken {

    @Id
    @Column(name = "tid")
    private int tenant;

    /** For JPA. */
    protected PlainToken() {}

    PlainToken(int tenant) {
        this.tenant = tenant;
    }
}
