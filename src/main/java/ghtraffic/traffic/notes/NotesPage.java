package ghtraffic.traffic.notes;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Viewer;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.InvalidInput;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Today;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The notes on a repository's page: those of its range, and the form for one more. */
@Named
@RequestScoped
public class NotesPage {

    private static final int SHOWN = 100;
    private static final String PLAIN = "[A-Za-z0-9_.-]{1,40}";

    /** What else stands in the address of a repository's page, to come back to the same view. */
    private static final Set<String> KEPT = Set.of("id", "period", "from", "to", "compare", "interval");

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Notes notes;

    @Inject
    private Today currentDay;

    @Inject
    @ManagedProperty("#{param}")
    private Map<String, String> parameters;

    private int repository;
    private @Nullable DateRange range;
    private List<Note> found = List.of();
    private @Nullable List<Viewer.Access> writable;
    private String day = "";
    private String text = "";
    private String link = "";
    private int tenant;

    /** Takes the repository from the address; what the viewer may see of it is asked with each note. */
    @PostConstruct
    void read() {
        repository = number("id");
        tenant = number("note:tenant");
        day = currentDay.date().toString();
    }

    private int number(String name) {
        String value = parameters.get(name);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    /** The notes of a range, the latest day first; the first 100 of them. */
    public List<Note> in(DateRange wanted) {
        if (!wanted.equals(range)) {
            range = wanted;
            found = notes.of(viewer.get(), repository, wanted);
        }
        return found.subList(0, Math.min(SHOWN, found.size()));
    }

    /** How many more notes the range has than are shown. */
    public int more(DateRange wanted) {
        in(wanted);
        return Math.max(0, found.size() - SHOWN);
    }

    /** The tenants whose people he may write to; none for those who may only look. */
    public List<Viewer.Access> getWritable() {
        if (writable == null) {
            writable = notes.writableBy(viewer.get(), repository);
        }
        return writable;
    }

    /** Whether he may remove a note. */
    public boolean removable(Note note) {
        return Notes.isRemovableBy(viewer.get(), note);
    }

    /** Where a note's link leads: its host. */
    public String host(Note note) {
        return note.link() == null ? "" : URI.create(note.link()).getHost();
    }

    /** Whether a note was sent for a tenant to whose people he does not write, or does not any more. */
    public boolean isRefused() {
        return parameters.containsKey("note:write")
                && getWritable().stream().noneMatch(access -> access.tenant() == tenant);
    }

    /** Writes the entered note, for the people of the tenant that was sent with it and of no other. */
    public void write() throws IOException {
        if (isRefused()) {
            return;
        }
        try {
            NoteDraft draft = NoteDraft.of(day, text, link, currentDay.date());
            boolean written =
                    notes.write(viewer.get(), repository, tenant, draft).isPresent();
            back(written ? "written" : "gone");
        } catch (InvalidInput e) {
            FieldMessage.show("note", e);
        }
    }

    /** Removes the note that was pressed. */
    public void remove() throws IOException {
        boolean removed = notes.of(viewer.get(), repository, number("note"))
                .filter(this::removable)
                .map(note -> notes.remove(repository, note))
                .orElse(false);
        back(removed ? "removed" : "gone");
    }

    private void back(String outcome) throws IOException {
        StringBuilder address = new StringBuilder("/repository?");
        getKept()
                .forEach((name, value) ->
                        address.append(name).append('=').append(value).append('&'));
        FacesContext.getCurrentInstance().getExternalContext().redirect(address + "note-was=" + outcome + "#notes");
    }

    /** What a form has to carry to come back to the same view. */
    public Map<String, String> getKept() {
        Map<String, String> kept = new TreeMap<>();
        for (String name : KEPT) {
            String value = parameters.get(name);
            if (value != null && value.matches(PLAIN)) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    /** The UTC day that it is now. */
    public String getToday() {
        return currentDay.date().toString();
    }

    /** The day of the new note. */
    public String getDay() {
        return day;
    }

    /** The day of the new note. */
    public void setDay(String day) {
        this.day = day;
    }

    /** What the new note says. */
    public String getText() {
        return text;
    }

    /** What the new note says. */
    public void setText(String text) {
        this.text = text;
    }

    /** Where the new note leads. */
    public String getLink() {
        return link;
    }

    /** Where the new note leads. */
    public void setLink(String link) {
        this.link = link;
    }

    /** The tenant whose people see the new note. */
    public int getTenant() {
        return tenant;
    }
}
