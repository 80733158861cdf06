package ghtraffic.tenants;

import ghtraffic.identity.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An organization or team with its own repositories and its own GitHub credential. */
@Entity
@Table(name = "tenants")
class Tenant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "tid")
    private Integer id;

    @Column(name = "fname")
    private @Nullable String firstName;

    @Column(name = "lname")
    private @Nullable String lastName;

    @Column(name = "ghuser")
    private String gitHubUser;

    /** Empty when the tenant has no token. */
    @Column(name = "ghtoken")
    private String encryptedToken = "";

    /** For JPA. */
    protected Tenant() {}

    Tenant(String name, String gitHubUser) {
        this.firstName = name;
        this.gitHubUser = gitHubUser;
    }

    int id() {
        return id;
    }

    String name() {
        return TenantName.of(firstName, lastName, gitHubUser);
    }

    String gitHubUser() {
        return gitHubUser;
    }

    void rename(String name, String newGitHubUser) {
        firstName = name;
        lastName = null;
        gitHubUser = newGitHubUser;
    }

    String encryptedToken() {
        return encryptedToken;
    }

    boolean hasToken() {
        return !encryptedToken.isBlank();
    }

    void replaceToken(String newEncryptedToken) {
        encryptedToken = newEncryptedToken;
    }
}
