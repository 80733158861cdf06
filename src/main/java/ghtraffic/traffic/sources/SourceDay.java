package ghtraffic.traffic.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Records that a list of referrers or paths was collected on a day, even if the list was empty. */
@Entity
@Table(name = "popularlists")
@IdClass(SourceDay.Key.class)
class SourceDay {

    /** The primary key: repository, UTC day, and kind ({@code r} for referrers, {@code p} for paths). */
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
