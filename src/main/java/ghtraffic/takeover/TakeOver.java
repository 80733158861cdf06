package ghtraffic.takeover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That the database was taken over, and who started to collect then. At most one row. */
@Entity
@Table(name = "takeover")
class TakeOver {

    @Id
    @Column(name = "takeoverid")
    private int id;

    @Column(name = "approvedat")
    private @Nullable Instant approvedAt;

    @Column(name = "approvedby")
    private @Nullable String approvedBy;

    /** For JPA. */
    protected TakeOver() {}
}
