package ghtraffic.traffic.daily;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The traffic of one repository in one week, with GitHub's own unique visitors and cloners of the week. */
@Entity
@Table(name = "weeklytraffic")
class WeeklyTraffic extends TrafficRow {

    /** For JPA. */
    protected WeeklyTraffic() {}
}
