package ghtraffic.traffic;

import ghtraffic.catalogue.Utf8;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One line of the list of paths of one day. */
@Entity
@Table(name = "paths")
@IdClass(SnapshotLine.class)
class PathSnapshot {

    private static final int LONGEST = 1_500;

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Id
    @Column(name = "place")
    private int place;

    @Column(name = "path")
    private String path;

    @Column(name = "title")
    private String title;

    @Column(name = "viewcount")
    private int count;

    @Column(name = "vuniques")
    private int uniques;

    /** For JPA. */
    protected PathSnapshot() {}

    PathSnapshot(SnapshotLine line, PathItem item) {
        this.repository = line.repository();
        this.day = line.day();
        this.place = line.place();
        this.path = Utf8.shortened(item.path(), LONGEST);
        this.title = Utf8.shortened(item.title(), LONGEST);
        this.count = item.count();
        this.uniques = item.uniques();
    }

    LocalDate day() {
        return day;
    }

    PathItem item() {
        return new PathItem(path, title, count, uniques);
    }
}
