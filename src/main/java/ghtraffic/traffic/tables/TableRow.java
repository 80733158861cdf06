package ghtraffic.traffic.tables;

import ghtraffic.traffic.series.TrafficPoint;

/**
 * A row of a table: the traffic of one repository on one day or in one week.
 *
 * @param repository the id of the repository
 * @param point the traffic; a day or week that was not collected still has a row
 */
public record TableRow(int repository, TrafficPoint point) {}
