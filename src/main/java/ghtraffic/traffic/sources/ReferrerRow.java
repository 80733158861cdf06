package ghtraffic.traffic.sources;

import ghtraffic.database.ByteLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One row of the list of referrers of one day. Texts that are too long for their column are shortened. */
@Entity
@Table(name = "referrers")
class ReferrerRow extends SourceRow {

    private static final int LONGEST = 1_000;

    @Column(name = "referrer")
    private String referrer;

    /** For JPA. */
    protected ReferrerRow() {}

    ReferrerRow(SourceKey line, ReferrerItem item) {
        super(line, item.count(), item.uniques());
        this.referrer = ByteLimit.cut(item.referrer(), LONGEST);
    }

    ReferrerItem item() {
        return new ReferrerItem(referrer, count(), uniques());
    }
}
