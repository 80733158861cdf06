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

/** The notes of the range on the page of a repository, and the form for a new note. */
@Named
@RequestScoped
public class NotesPage {

    private static final int SHOWN = 100;
    private static final String PLAIN = "[A-Za-z0-9_.-]{1,40}";

    /** The parameters of the repository page that are kept, so that a redirect leads back to the same view. */
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

    /** Reads the repository from the address. The methods that read notes check what the viewer may see. */
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

    /** Returns the first 100 notes of a range, the latest day first. */
    public List<Note> in(DateRange wanted) {
        if (!wanted.equals(range)) {
            range = wanted;
            found = notes.of(viewer.get(), repository, wanted);
        }
        return found.subList(0, Math.min(SHOWN, found.size()));
    }

    /** Returns how many notes of the range are not shown. */
    public int more(DateRange wanted) {
        in(wanted);
        return Math.max(0, found.size() - SHOWN);
    }

    /** Returns the tenants for which the viewer may write notes; none if they may only view the repository. */
    public List<Viewer.Access> getWritable() {
        if (writable == null) {
            writable = notes.writableBy(viewer.get(), repository);
        }
        return writable;
    }

    /** Returns whether the viewer may remove the note. */
    public boolean removable(Note note) {
        return Notes.isRemovableBy(viewer.get(), note);
    }

    /** Returns the host of the note's link, or an empty text if the note has no link. */
    public String host(Note note) {
        return note.link() == null ? "" : URI.create(note.link()).getHost();
    }

    /** Returns whether a note was sent for a tenant for which the viewer may not, or may no longer, write notes. */
    public boolean isRefused() {
        return parameters.containsKey("note:write")
                && getWritable().stream().noneMatch(access -> access.tenant() == tenant);
    }

    /** Stores the entered note for exactly the tenant that was sent with it. */
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

    /** Removes the note whose button was pressed. */
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

    /** Returns the parameters that a form sends along to come back to the same view. */
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

    /** Returns the current UTC day, as 2026-01-31. */
    public String getToday() {
        return currentDay.date().toString();
    }

    /** Returns the day of the new note as entered; at first the current UTC day. */
    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    /** Returns the text of the new note. */
    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Returns the link of the new note; empty for no link. */
    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    /** Returns the id of the tenant whose users see the new note; 0 if none was sent. */
    public int getTenant() {
        return tenant;
    }
}
