package ghtraffic.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A full name that a repository had before it was renamed or transferred. */
@Entity
@Table(name = "formernames")
@IdClass(FormerName.Key.class)
class FormerName {

    /** Repository and name. */
    public record Key(int repository, String fullName) {}

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "fullname")
    private String fullName;

    @Column(name = "until")
    private Instant until;

    /** For JPA. */
    protected FormerName() {}

    FormerName(int repository, String fullName, Instant until) {
        this.repository = repository;
        this.fullName = fullName;
        this.until = until;
    }

    String fullName() {
        return fullName;
    }
}
