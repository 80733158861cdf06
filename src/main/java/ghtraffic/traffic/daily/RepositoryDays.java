package ghtraffic.traffic.daily;

import java.util.List;

/** Numbers of days of one repository that are to be merged, such as those of an imported file. */
public interface RepositoryDays {

    /** Returns the id of the repository. */
    int repository();

    /** Returns each day once, oldest first. */
    List<PeriodNumbers> days();
}
