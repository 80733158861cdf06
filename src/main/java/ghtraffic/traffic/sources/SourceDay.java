package ghtraffic.traffic.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** That a list of referrers or paths was fetched on a day, even if it was empty. */
@Entity
@Table(name = "popularlists")
@IdClass(SourceDay.Key.class)
class SourceDay {

    /** Repository, day and kind. */
    public record Key(int repository, LocalDate day, String kind) {}

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Id
    @Column(name = "kind", columnDefinition = "char(1)")
    private String kind;

    /** For JPA. */
    protected SourceDay() {}

    SourceDay(Key key) {
        this.repository = key.repository();
        this.day = key.day();
        this.kind = key.kind();
    }
}
