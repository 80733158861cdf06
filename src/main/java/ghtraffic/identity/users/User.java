package ghtraffic.identity.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A user in the role tables. */
@Entity
@Table(name = "adminusers")
class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "aid")
    private Integer id;

    @Column(name = "auser")
    private String name;

    @Column(name = "email")
    private String email;

    @Column(name = "disabled")
    private short disabled;

    /** For JPA. */
    protected User() {}

    User(String name, String email) {
        this.name = name;
        this.email = email;
    }

    Integer id() {
        return id;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    boolean isDisabled() {
        return disabled != 0;
    }

    void rename(String newName) {
        name = newName;
    }

    void setDisabled(boolean now) {
        disabled = (short) (now ? 1 : 0);
    }
}
