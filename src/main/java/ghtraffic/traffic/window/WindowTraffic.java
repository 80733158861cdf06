package ghtraffic.traffic.window;

import ghtraffic.traffic.daily.RepositoryDay;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** GitHub's 14-day totals of one repository, as of the last collection of one UTC day. */
@Entity
@Table(name = "windowtotals")
@IdClass(RepositoryDay.class)
class WindowTraffic {

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Column(name = "viewcount")
    private @Nullable Integer views;

    @Column(name = "vuniques")
    private @Nullable Integer visitors;

    @Column(name = "clonecount")
    private @Nullable Integer clones;

    @Column(name = "cuniques")
    private @Nullable Integer cloners;

    /** For JPA. */
    protected WindowTraffic() {}

    public WindowTraffic(int repository, LocalDate day) {
        this.repository = repository;
        this.day = day;
    }

    /** Stores the totals of a collection. Totals that GitHub did not report this time keep their value. */
    public void update(WindowNumbers seen) {
        if (seen.views() != null) {
            views = seen.views();
            visitors = seen.visitors();
        }
        if (seen.clones() != null) {
            clones = seen.clones();
            cloners = seen.cloners();
        }
    }

    int repository() {
        return repository;
    }

    public WindowNumbers numbers() {
        return new WindowNumbers(views, visitors, clones, cloners);
    }

    WindowPoint point() {
        return new WindowPoint(day, views, visitors, clones, cloners);
    }
}
