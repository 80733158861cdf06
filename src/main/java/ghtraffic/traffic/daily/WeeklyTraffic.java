package ghtraffic.traffic.daily;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What GitHub counted of one repository in one week, with the week's own uniques. */
@Entity
@Table(name = "weeklytraffic")
class WeeklyTraffic extends TrafficRow {

    /** For JPA. */
    protected WeeklyTraffic() {}
}
