package ghtraffic.catalog.tracking;

import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.identity.Viewer;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource that acts for a tenant which the caller manages. */
public abstract class TenantResource {

    /** GitHub understood the request and refuses it: Unprocessable Content. */
    protected static final int UNPROCESSABLE = 422;

    @Inject
    private CurrentViewer currentViewer;

    /** Returns the viewer of the current request. */
    protected Viewer viewer() {
        return currentViewer.get();
    }

    /**
     * Returns the id of the tenant to act for.
     *
     * @param wanted the tenant that the request names; null is enough for callers who manage only one
     * @throws ForbiddenException when the caller manages no tenant
     * @throws BadRequestException when the caller manages several and names none
     * @throws NotFoundException when the caller does not manage the named one
     */
    protected int managedTenant(@Nullable Integer wanted) {
        List<Viewer.Access> managed = viewer().managed();
        if (managed.isEmpty()) {
            throw new ForbiddenException("This needs the role " + Role.TENANT.group());
        }
        if (wanted == null) {
            if (managed.size() > 1) {
                throw new BadRequestException("Say for which tenant: the field tenant is missing");
            }
            return managed.get(0).tenant();
        }
        if (!viewer().manages(wanted)) {
            throw new NotFoundException("There is no tenant " + wanted);
        }
        return wanted;
    }

    /** Returns a 503 that asks the caller to try again in a minute. */
    protected static ServiceUnavailableException later(String reason) {
        return new ServiceUnavailableException(
                reason, Response.status(503).header(HttpHeaders.RETRY_AFTER, 60).build());
    }
}
