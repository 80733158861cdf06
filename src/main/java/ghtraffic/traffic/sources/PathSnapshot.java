package ghtraffic.traffic.sources;

import ghtraffic.database.Utf8;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One line of the list of paths of one day. */
@Entity
@Table(name = "paths")
class PathSnapshot extends SnapshotRow {

    private static final int LONGEST = 1_500;

    @Column(name = "path")
    private String path;

    @Column(name = "title")
    private String title;

    /** For JPA. */
    protected PathSnapshot() {}

    PathSnapshot(SnapshotLine line, PathItem item) {
        super(line, item.count(), item.uniques());
        this.path = Utf8.shortened(item.path(), LONGEST);
        this.title = Utf8.shortened(item.title(), LONGEST);
    }

    PathItem item() {
        return new PathItem(path, title, count(), uniques());
    }
}
