package ghtraffic.catalog;

import ghtraffic.database.ByteLimit;
import ghtraffic.github.model.RepositoryMetadata;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of a repository, as GitHub last reported it. */
@Entity
@Table(name = "repodetails")
class RepositoryDetails {

    private static final int LONGEST = 1_500;

    @Id
    @Column(name = "rid")
    private int repository;

    @Column(name = "description")
    private @Nullable String description;

    @Column(name = "topics")
    private @Nullable String topics;

    @Column(name = "language")
    private @Nullable String language;

    @Column(name = "fork")
    private short fork;

    @Column(name = "archived")
    private short archived;

    @Column(name = "hidden")
    private short hidden;

    /** For JPA. */
    protected RepositoryDetails() {}

    RepositoryDetails(int repository) {
        this.repository = repository;
    }

    void update(RepositoryMetadata facts) {
        description = facts.description() == null ? null : ByteLimit.cut(facts.description(), LONGEST);
        topics = ByteLimit.cut(String.join(" ", facts.topics()), LONGEST);
        language = facts.language();
        fork = flag(facts.fork());
        archived = flag(facts.archived());
        hidden = flag(facts.hidden());
    }

    private static short flag(boolean value) {
        return (short) (value ? 1 : 0);
    }

    int repository() {
        return repository;
    }

    RepositoryDescription description() {
        return new RepositoryDescription(
                description,
                topics == null || topics.isEmpty() ? List.of() : List.of(topics.split(" ")),
                language,
                fork != 0,
                archived != 0,
                hidden != 0);
    }
}
