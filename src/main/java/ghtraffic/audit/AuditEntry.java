package ghtraffic.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the audit log. */
@Entity
@Table(name = "auditlog")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "auditid")
    private Integer id;

    @Column(name = "happenedat")
    private Instant happenedAt;

    @Column(name = "actor")
    private String actor;

    @Column(name = "via")
    private String via;

    @Column(name = "address")
    private String address;

    @Column(name = "deed")
    private String deed;

    @Column(name = "about")
    private String about;

    @Column(name = "beforehand")
    private @Nullable String before;

    @Column(name = "afterwards")
    private @Nullable String after;

    /** For JPA. */
    protected AuditEntry() {}

    AuditEntry(Instant happenedAt, Actor author, String deed, String about) {
        this.happenedAt = happenedAt;
        this.actor = author.name();
        this.via = author.via();
        this.address = author.address();
        this.deed = deed;
        this.about = about;
    }

    void changed(@Nullable String from, @Nullable String to) {
        before = from;
        after = to;
    }

    AuditItem item() {
        return new AuditItem(id, happenedAt, actor, via, address, deed, about, before, after);
    }
}
