package ghtraffic.traffic.compare;

import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Interval;
import ghtraffic.ranges.RangeChoice;
import ghtraffic.traffic.series.Measure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a comparison: its repositories, its measure and its range. */
record CompareAddress(List<Integer> repositories, Measure measure, RangeChoice range) {

    String with(int repository) {
        return address(
                Stream.concat(repositories.stream(), Stream.of(repository)).toList(), measure);
    }

    String without(int repository) {
        return address(repositories.stream().filter(id -> id != repository).toList(), measure);
    }

    String by(Measure other) {
        return address(repositories, other);
    }

    private String address(List<Integer> chosen, Measure shown) {
        return "/compare?" + parameters(chosen) + "measure=" + shown.word() + "&" + range.query();
    }

    /** Returns the address of the CSV file: by week for weeks, else by day. */
    static String file(List<Integer> repositories, DateRange range, Interval interval) {
        Interval each = interval == Interval.WEEK ? Interval.WEEK : Interval.DAY;
        return "/api/v1/traffic.csv?" + parameters(repositories) + "from=" + range.from() + "&to=" + range.to()
                + "&interval=" + each;
    }

    private static String parameters(List<Integer> repositories) {
        return repositories.stream().map(id -> "repository=" + id + "&").collect(Collectors.joining());
    }
}
