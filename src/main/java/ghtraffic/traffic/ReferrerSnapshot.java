package ghtraffic.traffic;

import ghtraffic.catalogue.Utf8;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One line of the list of referrers of one day. */
@Entity
@Table(name = "referrers")
@IdClass(SnapshotLine.class)
class ReferrerSnapshot {

    private static final int LONGEST = 1_000;

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Id
    @Column(name = "place")
    private int place;

    @Column(name = "referrer")
    private String referrer;

    @Column(name = "viewcount")
    private int count;

    @Column(name = "vuniques")
    private int uniques;

    /** For JPA. */
    protected ReferrerSnapshot() {}

    ReferrerSnapshot(SnapshotLine line, ReferrerItem item) {
        this.repository = line.repository();
        this.day = line.day();
        this.place = line.place();
        this.referrer = Utf8.shortened(item.referrer(), LONGEST);

        this.count = item.count();
        this.uniques = item.uniques();
    }

    LocalDate day() {
        return day;
    }

    ReferrerItem item() {
        return new ReferrerItem(referrer, count, uniques);
    }
}
