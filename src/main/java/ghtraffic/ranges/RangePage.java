package ghtraffic.ranges;

import ghtraffic.messages.Message;
import ghtraffic.messages.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The range of a page, by its address; where that says nothing, the one that was chosen last. Each link of the bar keeps
 * what else the address says.
 */
@Named
@RequestScoped
public class RangePage {

    private static final String COOKIE = "range";
    private static final int YEAR_IN_SECONDS = 31_536_000;

    /** What stays when another range is chosen; not the page of a list, whose order may change. */
    private static final List<String> KEPT = List.of("id", "repository", "measure", "q", "sort", "tenant", "on");

    /**
     * A parameter that stays.
     *
     * @param name its name
     * @param value its value
     */
    public record Parameter(String name, String value) {}

    @Inject
    private Today currentDay;

    @Inject
    private Wording say;

    private RangeChoice choice = RangeChoice.DEFAULT;
    private List<Message> problems = List.of();
    private @Nullable ResolvedRange chosen;

    /** Reads the address, else the cookie, and remembers what was chosen. */
    @PostConstruct
    void read() {
        ExternalContext outside = FacesContext.getCurrentInstance().getExternalContext();
        Map<String, String> parameters = outside.getRequestParameterMap();
        if (RangeChoice.PARAMETERS.stream().noneMatch(parameters::containsKey)) {
            choice = RangeChoice.read(remembered(outside), currentDay.date()).choice();
            return;
        }
        RangeChoice.Reading reading = RangeChoice.read(parameters, currentDay.date());
        choice = reading.choice();
        problems = reading.problems();
        if (problems.isEmpty()) {
            outside.addResponseCookie(
                    COOKIE,
                    choice.query(),
                    Map.of(
                            "path",
                            "/",
                            "secure",
                            true,
                            "httpOnly",
                            true,
                            "maxAge",
                            YEAR_IN_SECONDS,
                            "SameSite",
                            "Lax"));
        }
    }

    private static Map<String, String> remembered(ExternalContext outside) {
        return outside.getRequestCookieMap().get(COOKIE) instanceof Cookie cookie
                ? Arrays.stream(String.valueOf(cookie.getValue()).split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one))
                : Map.of();
    }

    /**
     * The range on this day.
     *
     * @param first gives the first day that was collected, null when none was; asked only where it matters
     */
    public ResolvedRange chosen(Supplier<@Nullable LocalDate> first) {
        if (chosen == null) {
            chosen = choice.at(currentDay.date(), choice.preset() == RangePreset.ALL ? first.get() : null);
        }
        return chosen;
    }

    /** What was chosen. */
    public RangeChoice getChoice() {
        return choice;
    }

    /** The range on this day; a page that can show all first says what that is. */
    public ResolvedRange getChosen() {
        return chosen(() -> null);
    }

    /** Whether anything but the default was chosen. */
    public boolean isChanged() {
        return !choice.equals(RangeChoice.DEFAULT);
    }

    /** What was wrong with the address; empty when nothing was. */
    public String getProblem() {
        return problems.stream().map(say::message).collect(Collectors.joining(" "));
    }

    /** The ranges with a link of their own. */
    public List<RangePreset> getPresets() {
        return Arrays.stream(RangePreset.values())
                .filter(preset -> preset != RangePreset.CUSTOM)
                .toList();
    }

    /** What it can be compared with. */
    public ComparisonPeriod[] getComparisons() {
        return ComparisonPeriod.values();
    }

    /** How long the time of one point can be. */
    public Interval[] getIntervals() {
        return Interval.values();
    }

    /** The address of this page for another range. */
    public String to(RangePreset preset) {
        return address(choice.with(preset));
    }

    /** The address of this page with another comparison. */
    public String beside(ComparisonPeriod comparison) {
        return address(choice.with(comparison));
    }

    /** The address of this page in other steps. */
    public String by(Interval interval) {
        return address(choice.with(interval));
    }

    /** The address of this page with the default. */
    public String getUsual() {
        return address(RangeChoice.DEFAULT);
    }

    /** The address of this page as it is, for people to pass on. */
    public String getAddress() {
        return address(choice);
    }

    private String address(RangeChoice other) {
        StringBuilder address = new StringBuilder("?");
        for (Parameter kept : getKept()) {
            address.append(kept.name())
                    .append('=')
                    .append(URLEncoder.encode(kept.value(), StandardCharsets.UTF_8))
                    .append('&');
        }
        return address.append(other.query()).toString();
    }

    /** All that the address of this page says, for a form. */
    public List<Parameter> getAll() {
        List<Parameter> all = new ArrayList<>(getKept());
        choice.parameters().forEach((name, value) -> all.add(new Parameter(name, value)));
        return all;
    }

    /** What else the address says, and stays. */
    public List<Parameter> getKept() {
        Map<String, String[]> all = new LinkedHashMap<>(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
        List<Parameter> kept = new ArrayList<>();
        for (String name : KEPT) {
            for (String value : all.getOrDefault(name, new String[0])) {
                if (!value.isEmpty()) {
                    kept.add(new Parameter(name, value));
                }
            }
        }
        return kept;
    }
}
