package ghtraffic.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody whose GitHub token reads the traffic of his repositories. */
@Entity
@Table(name = "tenants")
class Tenant {

    @Id
    @Column(name = "tid")
    private Integer id;

    @Column(name = "ghtoken")
    private String encryptedToken;

    /** For JPA. */
    protected Tenant() {}

    String encryptedToken() {
        return encryptedToken;
    }

    void replaceToken(String newEncryptedToken) {
        encryptedToken = newEncryptedToken;
    }

    /** The name shown for a tenant: first and last name, else the GitHub user. */
    static String displayName(@Nullable String first, @Nullable String last, String gitHubUser) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? gitHubUser : name;
    }
}
