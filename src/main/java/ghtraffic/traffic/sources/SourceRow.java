package ghtraffic.traffic.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

/** The columns that rows of referrers and rows of paths have in common. */
@MappedSuperclass
@IdClass(SourceKey.class)
abstract class SourceRow {

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Id
    @Column(name = "place")
    private int place;

    @Column(name = "viewcount")
    private int count;

    @Column(name = "vuniques")
    private int uniques;

    /** For JPA. */
    protected SourceRow() {}

    SourceRow(SourceKey line, int count, int uniques) {
        this.repository = line.repository();
        this.day = line.day();
        this.place = line.place();
        this.count = count;
        this.uniques = uniques;
    }

    LocalDate day() {
        return day;
    }

    int count() {
        return count;
    }

    int uniques() {
        return uniques;
    }
}
