package ghtraffic.ranges;

import ghtraffic.messages.Message;
import ghtraffic.messages.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
 * Reads the range of a page from its address, or from the cookie with the last choice, and builds the links of the
 * range bar. Each link keeps the other parameters of the address.
 */
@Named
@RequestScoped
public class RangePage {

    /** The other parameters that links keep. The page number of a list is not kept, because its order may change. */
    private static final List<String> KEPT = List.of("id", "repository", "measure", "q", "sort", "tenant", "on");

    /**
     * A query parameter to keep.
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

    /** Reads the choice from the address or from the cookie. A valid choice of the address is stored in the cookie. */
    @PostConstruct
    void read() {
        ExternalContext outside = FacesContext.getCurrentInstance().getExternalContext();
        Map<String, String> parameters = outside.getRequestParameterMap();
        if (RangeChoice.PARAMETERS.stream().noneMatch(parameters::containsKey)) {
            choice = RangeChoice.read(RangeCookie.read(outside.getRequestCookieMap()), currentDay.date())
                    .choice();
            return;
        }
        RangeChoice.Reading reading = RangeChoice.read(parameters, currentDay.date());
        choice = reading.choice();
        problems = reading.problems();
        if (problems.isEmpty()) {
            outside.addResponseCookie(RangeCookie.NAME, choice.query(), RangeCookie.ATTRIBUTES);
        }
    }

    /**
     * Returns the range as of today.
     *
     * @param first gives the first collected day, null if nothing was collected yet; called only if the choice needs it
     */
    public ResolvedRange chosen(Supplier<@Nullable LocalDate> first) {
        if (chosen == null) {
            chosen = choice.at(currentDay.date(), choice.preset() == RangePreset.ALL ? first.get() : null);
        }
        return chosen;
    }

    /** Returns the choice as the user made it. */
    public RangeChoice getChoice() {
        return choice;
    }

    /**
     * Returns the range as of today. A page that offers all days calls {@link #chosen} first, because that needs the
     * first collected day.
     */
    public ResolvedRange getChosen() {
        return chosen(() -> null);
    }

    /** Returns whether the choice differs from the default. */
    public boolean isChanged() {
        return !choice.equals(RangeChoice.DEFAULT);
    }

    /** Returns what is wrong with the address; empty if nothing is. */
    public String getProblem() {
        return problems.stream().map(say::message).collect(Collectors.joining(" "));
    }

    /** Returns the presets that have a link of their own: all but the custom range. */
    public List<RangePreset> getPresets() {
        return Arrays.stream(RangePreset.values())
                .filter(preset -> preset != RangePreset.CUSTOM)
                .toList();
    }

    /** Returns the comparisons to choose from. */
    public ComparisonPeriod[] getComparisons() {
        return ComparisonPeriod.values();
    }

    /** Returns the intervals to choose from. */
    public Interval[] getIntervals() {
        return Interval.values();
    }

    /** Returns the address of this page with another range. */
    public String to(RangePreset preset) {
        return address(choice.with(preset));
    }

    /** Returns the address of this page with another comparison. */
    public String beside(ComparisonPeriod comparison) {
        return address(choice.with(comparison));
    }

    /** Returns the address of this page with another interval. */
    public String by(Interval interval) {
        return address(choice.with(interval));
    }

    /** Returns the address of this page with the default choice. */
    public String getUsual() {
        return address(RangeChoice.DEFAULT);
    }

    /** Returns the address of this page with the current choice, for sharing. */
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

    /** Returns all parameters of the address, as hidden fields for a form. */
    public List<Parameter> getAll() {
        List<Parameter> all = new ArrayList<>(getKept());
        choice.parameters().forEach((name, value) -> all.add(new Parameter(name, value)));
        return all;
    }

    /** Returns the other parameters of the address that links keep. */
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
