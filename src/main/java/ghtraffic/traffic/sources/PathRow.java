package ghtraffic.traffic.sources;

import ghtraffic.database.ByteLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One row of the list of paths of one day. Texts that are too long for their columns are shortened. */
@Entity
@Table(name = "paths")
class PathRow extends SourceRow {

    private static final int LONGEST = 1_500;

    @Column(name = "path")
    private String path;

    @Column(name = "title")
    private String title;

    /** For JPA. */
    protected PathRow() {}

    PathRow(SourceKey line, PathItem item) {
        super(line, item.count(), item.uniques());
        this.path = ByteLimit.cut(item.path(), LONGEST);
        this.title = ByteLimit.cut(item.title(), LONGEST);
    }

    PathItem item() {
        return new PathItem(path, title, count(), uniques());
    }
}
