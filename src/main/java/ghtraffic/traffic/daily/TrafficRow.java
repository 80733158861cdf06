package ghtraffic.traffic.daily;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;

/** The traffic of one repository in one day or week. {@link TrafficMerge} writes it. */
@MappedSuperclass
@IdClass(RepositoryDay.class)
abstract class TrafficRow {

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
    private short viewsCovered;

    @Column(name = "cincomplete")
    private short clonesCovered;

    /** For JPA. */
    protected TrafficRow() {}

    int repository() {
        return repository;
    }

    /** Returns the UTC day, or the Monday of the week. */
    public LocalDate day() {
        return day;
    }

    public PeriodNumbers numbers() {
        return new PeriodNumbers(
                day, views, visitors, Coverage.of(viewsCovered), clones, cloners, Coverage.of(clonesCovered));
    }
}
