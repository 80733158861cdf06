package ghtraffic.traffic.imports;

import ghtraffic.catalog.Catalog;
import ghtraffic.catalog.TrackedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.MergeResult;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page that imports a file. */
@Named
@RequestScoped
public class ImportPage {

    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;

    /** The names of the formats in the API, after an empty name that stands for recognizing the format. */
    private static final List<String> FORMATS = Stream.concat(
                    Stream.of(""), Stream.of(ImportFormat.values()).map(ImportFormat::toString))
            .toList();

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalog;

    @Inject
    private TrafficImport imports;

    @Inject
    @ManagedProperty("#{param.format}")
    private @Nullable String format;

    private @Nullable Part file;
    private int repository;
    private @Nullable ImportOutcome outcome;
    private @Nullable List<TrackedRepository> managed;

    /** Answers 403 unless the viewer manages a tenant, and 413 if the sent form is too large. */
    public void enter() throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        if (viewer.get().managed().isEmpty()) {
            external.responseSendError(FORBIDDEN, null);
            context.responseComplete();
        } else if (isTooLarge((HttpServletRequest) external.getRequest())) {
            external.setResponseStatus(TOO_LARGE);
            outcome = new ImportOutcome.TooLarge();
        }
    }

    /**
     * Detects a form over the limit in {@code web.xml}. The server passes on nothing of it, as if no form had been
     * sent.
     */
    private static boolean isTooLarge(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException e) {
            return true;
        } catch (ServletException e) {
            return false;
        }
    }

    /** Imports the chosen file. */
    public void load() throws IOException {
        if (file == null
                || file.getSubmittedFileName() == null
                || file.getSubmittedFileName().isEmpty()) {
            FieldMessage.show("form:file", Message.of("import.choose"));
            return;
        }
        try {
            outcome = imports.run(
                    viewer.get(),
                    ImportFormat.parse(format).orElse(null),
                    repository == 0 ? null : repository,
                    file.getInputStream());
        } catch (IllegalArgumentException e) {
            FieldMessage.show("form:repository", Message.of("import.chooseRepository"));
        }
    }

    /** Returns what the import changed, or null if nothing was imported. */
    public @Nullable MergeResult getRecorded() {
        return outcome instanceof ImportOutcome.Merged merged ? merged.recorded() : null;
    }

    /** Returns the number of lines that were read, without the header. */
    public int getRead() {
        if (outcome instanceof ImportOutcome.Refused refused) {
            return refused.read();
        }
        return outcome instanceof ImportOutcome.Merged merged ? merged.read() : 0;
    }

    /** Returns why the import was refused, or null if it was not. */
    public @Nullable Message getRefusal() {
        if (outcome instanceof ImportOutcome.Refused refused) {
            return refused.reason();
        } else if (outcome instanceof ImportOutcome.TooLarge large) {
            return large.reason();
        } else if (outcome instanceof ImportOutcome.NotAllowed not) {
            return not.reason();
        }
        return outcome instanceof ImportOutcome.NoRepository none ? none.reason() : null;
    }

    /** Returns what to look at although the file was imported. */
    public List<Message> getWarnings() {
        return outcome instanceof ImportOutcome.Merged merged ? merged.warnings() : List.of();
    }

    /** Returns the invalid lines, at most a hundred. */
    public List<InvalidLine> getRejected() {
        return outcome instanceof ImportOutcome.Refused refused ? refused.rejected() : List.of();
    }

    /** Returns the formats to choose from; the empty one stands for recognizing the format. */
    public List<String> getFormats() {
        return FORMATS;
    }

    /**
     * Returns the message key for the name of a format. The same key with {@code .help} is the message about where such
     * files come from.
     */
    public String key(String chosen) {
        return "format." + (chosen.isEmpty() ? "any" : chosen);
    }

    /** Returns the chosen format; empty for recognizing it. */
    public String getFormat() {
        return format == null ? "" : format;
    }

    /** Returns the repositories that the viewer may import into. */
    public List<TrackedRepository> getManaged() {
        if (managed == null) {
            managed = catalog.managedBy(viewer.get());
        }
        return managed;
    }

    /** Returns the uploaded file, or null before a file was sent. */
    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** Returns the repository that all lines belong to; 0 if each line names its repository. */
    public int getRepository() {
        return repository;
    }

    public void setRepository(int repository) {
        this.repository = repository;
    }
}
