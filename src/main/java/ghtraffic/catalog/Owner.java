package ghtraffic.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A GitHub user or organization that owns repositories. */
@Entity
@Table(name = "ghorgusers")
class Owner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "oid")
    private Integer id;

    @Column(name = "username")
    private String login;

    @Column(name = "usertype", columnDefinition = "char(1)")
    private String type;

    /** For JPA. */
    protected Owner() {}

    /** Creates an owner from GitHub's type, {@code User} or {@code Organization}. The table stores its first letter. */
    Owner(String login, String type) {
        this.login = login;
        this.type = type.substring(0, 1);
    }

    String login() {
        return login;
    }
}
