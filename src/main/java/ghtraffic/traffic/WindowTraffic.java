package ghtraffic.traffic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** GitHub's 14-day totals of one repository, as of the last collection of one UTC day. */
@Entity
@Table(name = "windowtraffic")
@IdClass(DailyTraffic.Key.class)
class WindowTraffic {

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

    /** For JPA. */
    protected WindowTraffic() {}

    WindowTraffic(int repository, LocalDate day, WindowNumbers seen) {
        this.repository = repository;
        this.day = day;
        this.views = seen.views();
        this.visitors = seen.visitors();
        this.clones = seen.clones();
        this.cloners = seen.cloners();
    }

    int repository() {
        return repository;
    }

    WindowNumbers numbers() {
        return new WindowNumbers(views, visitors, clones, cloners);
    }
}
