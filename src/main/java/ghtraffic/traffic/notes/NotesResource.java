package ghtraffic.traffic.notes;

import ghtraffic.catalog.RequestedRepository;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Viewer;
import ghtraffic.ranges.DateRange;
import ghtraffic.ranges.Today;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API for the notes on one repository. */
@Path("repositories/{id}/notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {

    /**
     * The body of a request for a new note.
     *
     * @param day the UTC day that the note is about, as 2026-01-31
     * @param text 1 to 500 characters
     * @param link an HTTP or HTTPS address, or null
     * @param tenant the tenant whose users see the note; required only if the caller manages more than one tenant that
     *     tracks the repository
     */
    public record NewNote(
            @NotNull String day,
            @NotNull String text,
            @Nullable String link,
            @Nullable Integer tenant) {}

    /**
     * The notes of a range.
     *
     * @param repository the id of the repository
     * @param from the first day of the range
     * @param to the last day of the range
     * @param notes the latest day first
     */
    public record NoteList(int repository, LocalDate from, LocalDate to, List<Note> notes) {}

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RequestedRepository requested;

    @Inject
    private Notes notes;

    @Inject
    private Today currentDay;

    @Context
    private UriInfo uri;

    /** Returns the notes of a range. */
    @GET
    @Operation(
            summary = "Notes on days, the latest day first",
            description = "A note is seen by those who see the repository through the tenant that it belongs to.")
    @APIResponse(responseCode = "200", description = "Those that the caller may see; link is null for none")
    @APIResponse(responseCode = "400", description = "No day, or a range of more than ten years")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    public NoteList list(
            @PathParam("id") int id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        DateRange range = DateRange.of(from, to, currentDay.date());
        requested.require(id);
        return new NoteList(id, range.from(), range.to(), notes.of(viewer.get(), id, range));
    }

    /** Creates a note. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write a note on a day, for all who see the repository through the tenant")
    @APIResponse(responseCode = "201", description = "It is written")
    @APIResponse(
            responseCode = "400",
            description = "A field is wrong; or tenant is missing, where the caller manages several that track it")
    @APIResponse(responseCode = "403", description = "The caller may only look at the repository")
    @APIResponse(
            responseCode = "404",
            description = "There is no such repository, or no such tenant, as far as the caller may know")
    public Response write(@PathParam("id") int id, @NotNull @Valid NewNote body) {
        requested.require(id);
        int tenant = tenant(notes.writableBy(viewer.get(), id), body.tenant());
        NoteDraft draft = NoteDraft.of(body.day(), body.text(), body.link(), currentDay.date());
        Note note = notes.write(viewer.get(), id, tenant, draft)
                .orElseThrow(() -> new NotFoundException("There is no repository " + id));
        return Response.created(uri.getAbsolutePathBuilder().path("{note}").build(note.id()))
                .entity(note)
                .build();
    }

    private static int tenant(List<Viewer.Access> writable, @Nullable Integer wanted) {
        if (writable.isEmpty()) {
            throw new ForbiddenException("Only who manages a tenant that tracks the repository writes notes on it");
        }
        if (wanted == null && writable.size() > 1) {
            throw new BadRequestException("Say for which tenant: the field tenant is missing");
        }
        return writable.stream()
                .map(Viewer.Access::tenant)
                .filter(tenant -> wanted == null || wanted.equals(tenant))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no tenant " + wanted));
    }

    /**
     * Removes a note. An access token may remove only notes of tenants that it manages, even if its user wrote the
     * note.
     */
    @DELETE
    @Path("{note}")
    @Operation(summary = "Remove a note: who wrote it, or manages its tenant")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "The caller may only read it")
    @APIResponse(responseCode = "404", description = "There is no such note, as far as the caller may know")
    public void remove(@PathParam("id") int id, @PathParam("note") int number) {
        requested.require(id);
        Viewer me = viewer.get();
        Note note = notes.of(me, id, number).orElseThrow(() -> new NotFoundException("There is no note " + number));
        boolean may = viewer.isActingWithAccessToken() ? me.manages(note.tenant()) : Notes.isRemovableBy(me, note);
        if (!may) {
            throw new ForbiddenException("Only who wrote a note, or manages its tenant, removes it");
        }
        notes.remove(id, note);
    }
}
