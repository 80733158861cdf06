package ghtraffic.traffic.imports;

import ghtraffic.identity.CurrentViewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The API that imports daily traffic. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final int TOO_LARGE = 413;
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @Inject
    private CurrentViewer viewer;

    @Inject
    private TrafficImport imports;

    @Context
    private HttpServletRequest request;

    /** Imports the file in the body of the request. */
    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Import daily traffic from a CSV file, all of it or nothing",
            description =
                    "Merges by maximum: nothing is ever lowered, and importing the same file again changes nothing."
                            + " At most 20 MB, in UTF-8. docs/import.md describes the formats.")
    @RequestBody(
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ImportForm.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "All of it is merged",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "400", description = "No format of that name, or the repository is missing")
    @APIResponse(responseCode = "403", description = "The caller manages no tenant, or may only look at the repository")
    @APIResponse(responseCode = "404", description = "There is no such repository, as far as the caller may know")
    @APIResponse(responseCode = "413", description = "The file is larger than 20 MB")
    @APIResponse(responseCode = "415", description = "The body is neither CSV nor a form")
    @APIResponse(
            responseCode = "422",
            description = "Nothing is merged, because of what is wrong with these lines",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ImportRefusal.class)))
    public Response file(
            @Parameter(
                            description = "How to read it; found from its first line unless told",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"native", "seed", "github-repo-stats", "columns"}))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Parameter(description = "The repository that all lines are for; needed when the file does not say it")
                    @QueryParam("repository")
                    @Nullable
                    Integer repository,
            InputStream body)
            throws IOException {
        ImportOutcome outcome =
                imports.run(viewer.get(), ImportFormat.parse(format).orElse(null), repository, body);
        if (outcome instanceof ImportOutcome.Merged merged) {
            return Response.ok(ImportReport.of(merged)).build();
        } else if (outcome instanceof ImportOutcome.Refused refused) {
            return Response.status(ImportRefusal.STATUS)
                    .type(PROBLEM)
                    .entity(ImportRefusal.of(refused))
                    .build();
        } else if (outcome instanceof ImportOutcome.TooLarge large) {
            throw new ClientErrorException(large.reason().english(), TOO_LARGE);
        } else if (outcome instanceof ImportOutcome.NotAllowed not) {
            throw new ForbiddenException(not.reason().english());
        } else {
            throw new NotFoundException(
                    ((ImportOutcome.NoRepository) outcome).reason().english());
        }
    }

    /**
     * A form with a file.
     *
     * @param file the CSV file
     */
    @Schema(name = "ImportForm")
    public record ImportForm(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    /** Imports the part {@code file} of a form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response form(
            @QueryParam("format") @Nullable String format, @QueryParam("repository") @Nullable Integer repository)
            throws IOException {
        Part file = filePart();
        if (file == null) {
            throw new BadRequestException("The form has no part called file");
        }
        try {
            return file(format, repository, file.getInputStream());
        } finally {
            file.delete();
        }
    }

    /**
     * Reads the form through the servlet request: authentication has already read it, so Jakarta REST finds nothing
     * in it.
     */
    private @Nullable Part filePart() {
        try {
            return request.getPart("file");
        } catch (IllegalStateException e) {
            throw new ClientErrorException(new ImportOutcome.TooLarge().reason().english(), TOO_LARGE, e);
        } catch (ServletException | IOException e) {
            throw new BadRequestException("The form cannot be read", e);
        }
    }

    /** Answers 415 to every other content type and names the accepted ones. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response other() {
        throw new NotSupportedException("Send the file as text/csv, or as multipart/form-data in a part called file");
    }
}
