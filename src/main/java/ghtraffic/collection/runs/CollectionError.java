package ghtraffic.collection.runs;

import ghtraffic.database.ByteLimit;
import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The reason why one repository was not, or only partly, collected in one run. */
@Entity
@Table(name = "collectionerrors")
@IdClass(CollectionError.Key.class)
class CollectionError {

    private static final int LONGEST_ENGLISH = 1_000;
    private static final int LONGEST_REASON = 2_000;

    /** The primary key: the ids of the run and of the repository. */
    public record Key(int run, int repository) {}

    @Id
    @Column(name = "runid")
    private int run;

    @Id
    @Column(name = "rid")
    private int repository;

    @Column(name = "reason")
    private String english;

    @Column(name = "reasondata")
    private @Nullable String reason;

    /** For JPA. */
    protected CollectionError() {}

    CollectionError(int run, int repository, Message reason) {
        this.run = run;
        this.repository = repository;
        this.english = ByteLimit.cut(reason.english(), LONGEST_ENGLISH);
        this.reason = MessageJson.write(reason, LONGEST_REASON);
    }

    int repository() {
        return repository;
    }

    Message reason() {
        return MessageJson.read(reason, "reason", english);
    }

    /** The reason in English, as far as the table has room for it. */
    String english() {
        return english;
    }
}
