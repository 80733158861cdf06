package ghtraffic.identity.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The sum of a user's roles: those on the whole server and those of all their grants. */
@Entity
@Table(name = "adminroles")
class UserRoles {

    @Id
    @Column(name = "aid")
    private int user;

    @Column(name = "role")
    private int sum;

    /** For JPA. */
    protected UserRoles() {}

    UserRoles(int user, int sum) {
        this.user = user;
        this.sum = sum;
    }

    int user() {
        return user;
    }

    int sum() {
        return sum;
    }

    void setSum(int newSum) {
        sum = newSum;
    }
}
