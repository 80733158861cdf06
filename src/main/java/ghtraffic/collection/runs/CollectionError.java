package ghtraffic.collection.runs;

import ghtraffic.database.ByteLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The reason why one repository was not, or only partly, collected in one run. */
@Entity
@Table(name = "collectionerrors")
@IdClass(CollectionError.Key.class)
class CollectionError {

    static final int LONGEST_REASON = 1_000;

    /** The primary key: the ids of the run and of the repository. */
    public record Key(int run, int repository) {}

    @Id
    @Column(name = "runid")
    private int run;

    @Id
    @Column(name = "rid")
    private int repository;

    @Column(name = "reason")
    private String reason;

    /** For JPA. */
    protected CollectionError() {}

    CollectionError(int run, int repository, String reason) {
        this.run = run;
        this.repository = repository;
        this.reason = ByteLimit.shortened(reason, LONGEST_REASON);
    }

    int repository() {
        return repository;
    }

    String reason() {
        return reason;
    }
}
