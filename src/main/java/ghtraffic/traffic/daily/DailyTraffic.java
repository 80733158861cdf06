package ghtraffic.traffic.daily;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The traffic of one repository on one UTC day. A row exists only for days that were collected. */
@Entity
@Table(name = "repotraffic")
class DailyTraffic extends TrafficRow {

    /** For JPA. */
    protected DailyTraffic() {}
}
