package ghtraffic.traffic.daily;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The traffic of one repository on one UTC day. A row means that a collection covered the day. */
@Entity
@Table(name = "repotraffic")
class DailyTraffic extends TrafficRow {

    /** For JPA. */
    protected DailyTraffic() {}
}
