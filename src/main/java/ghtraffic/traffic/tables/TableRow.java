package ghtraffic.traffic.tables;

import ghtraffic.traffic.series.TrafficPoint;

/**
 * A line of a table: one repository in one day or week.
 *
 * @param repository its id
 * @param point the traffic; a point that was not collected is a gap
 */
public record TableRow(int repository, TrafficPoint point) {}
