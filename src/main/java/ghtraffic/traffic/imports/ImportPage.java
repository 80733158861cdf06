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

/** Importing a file. */
@Named
@RequestScoped
public class ImportPage {

    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;

    /** The names of the formats in the API, after none, which finds it out. */
    private static final List<String> FORMATS = Stream.concat(
                    Stream.of(""), Stream.of(ImportFormat.values()).map(ImportFormat::toString))
            .toList();

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Catalog catalogue;

    @Inject
    private TrafficImport imports;

    @Inject
    @ManagedProperty("#{param.format}")
    private @Nullable String format;

    private @Nullable Part file;
    private int repository;
    private @Nullable ImportOutcome outcome;
    private @Nullable List<TrackedRepository> managed;

    /** Lets in only those who manage a tenant. */
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

    /** Of a form over the limit of {@code web.xml} the server gives nothing, so it looks like no form at all. */
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

    /** What an import changed; null unless one was made. */
    public @Nullable MergeResult getRecorded() {
        return outcome instanceof ImportOutcome.Merged merged ? merged.recorded() : null;
    }

    /** How many lines were read. */
    public int getRead() {
        if (outcome instanceof ImportOutcome.Refused refused) {
            return refused.read();
        }
        return outcome instanceof ImportOutcome.Merged merged ? merged.read() : 0;
    }

    /** Why nothing was imported; null unless that is so. */
    public @Nullable String getRefusal() {
        if (outcome instanceof ImportOutcome.Refused refused) {
            return refused.reason();
        } else if (outcome instanceof ImportOutcome.TooLarge large) {
            return large.reason();
        } else if (outcome instanceof ImportOutcome.NotAllowed not) {
            return not.reason();
        }
        return outcome instanceof ImportOutcome.NoRepository none ? none.reason() : null;
    }

    /** The wrong lines. */
    public List<RejectedLine> getRejected() {
        return outcome instanceof ImportOutcome.Refused refused ? refused.rejected() : List.of();
    }

    /** The formats to choose from. */
    public List<String> getFormats() {
        return FORMATS;
    }

    /** The key of a format's name; with {@code .help} after it that of where such files come from. */
    public String key(String chosen) {
        return "format." + (chosen.isEmpty() ? "any" : chosen);
    }

    /** The chosen format. */
    public String getFormat() {
        return format == null ? "" : format;
    }

    /** The repositories that may be chosen. */
    public List<TrackedRepository> getManaged() {
        if (managed == null) {
            managed = catalogue.managedBy(viewer.get());
        }
        return managed;
    }

    /** The file. */
    public @Nullable Part getFile() {
        return file;
    }

    /** The file. */
    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** The repository that all lines are for; 0 when the lines say it. */
    public int getRepository() {
        return repository;
    }

    /** The repository that all lines are for; 0 when the lines say it. */
    public void setRepository(int repository) {
        this.repository = repository;
    }
}
