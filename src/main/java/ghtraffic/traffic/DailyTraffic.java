package ghtraffic.traffic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The traffic of one repository on one UTC day. A row means that a collection covered the day. */
@Entity
@Table(name = "repotraffic")
@IdClass(DailyTraffic.Key.class)
class DailyTraffic {

    /** Repository and day. */
    public record Key(int repository, LocalDate day) {}

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Column(name = "viewcount")
    private int views;

    @Column(name = "vuniques")
    private int visitors;

    @Column(name = "clonecount")
    private int clones;

    @Column(name = "cuniques")
    private int cloners;

    @Column(name = "incomplete")
    private short partial;

    /** For JPA. */
    protected DailyTraffic() {}

    DailyTraffic(int repository, DailyNumbers seen) {
        this.repository = repository;
        this.day = seen.day();
        this.views = seen.views();
        this.visitors = seen.visitors();
        this.clones = seen.clones();
        this.cloners = seen.cloners();
        this.partial = flag(seen.partial());
    }

    /** Whether something of what was seen goes beyond what is kept. */
    boolean isBelow(DailyNumbers seen) {
        return views < seen.views()
                || visitors < seen.visitors()
                || clones < seen.clones()
                || cloners < seen.cloners()
                || partial > flag(seen.partial());
    }

    static short flag(boolean partial) {
        return (short) (partial ? 1 : 0);
    }

    LocalDate day() {
        return day;
    }

    int repository() {
        return repository;
    }

    int views() {
        return views;
    }

    int visitors() {
        return visitors;
    }

    int clones() {
        return clones;
    }

    int cloners() {
        return cloners;
    }

    boolean partial() {
        return partial != 0;
    }
}
