package ghtraffic.tenants;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody whose GitHub token reads the traffic of his repositories. */
@Entity
@Table(name = "tenants")
public class Tenant {

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

    /** Empty where there is none. */
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
        return displayName(firstName, lastName, gitHubUser);
    }

    String gitHubUser() {
        return gitHubUser;
    }

    void isCalled(String name, String newGitHubUser) {
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

    /** The name shown for a tenant: first and last name, else the GitHub user. */
    public static String displayName(@Nullable String first, @Nullable String last, String gitHubUser) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? gitHubUser : name;
    }
}
