package ghtraffic.traffic.popularity;

import ghtraffic.traffic.daily.RepositoryDay;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Stars, forks, watchers and open issues of a repository on one UTC day. */
@Entity
@Table(name = "popularity")
@IdClass(RepositoryDay.class)
class Popularity {

    @Id
    @Column(name = "rid")
    private int repository;

    @Id
    @Column(name = "tdate")
    private LocalDate day;

    @Column(name = "stars")
    private int stars;

    @Column(name = "forks")
    private int forks;

    @Column(name = "watchers")
    private @Nullable Integer watchers;

    @Column(name = "openissues")
    private int openIssues;

    /** For JPA. */
    protected Popularity() {}

    Popularity(int repository, PopularityNumbers numbers) {
        this.repository = repository;
        this.day = numbers.date();
        this.stars = numbers.stars();
        this.forks = numbers.forks();
        this.watchers = numbers.watchers();
        this.openIssues = numbers.openIssues();
    }

    PopularityNumbers numbers() {
        return new PopularityNumbers(day, stars, forks, watchers, openIssues);
    }
}
