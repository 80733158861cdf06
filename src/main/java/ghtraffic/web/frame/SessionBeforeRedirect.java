package ghtraffic.web.frame;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Creates the session of a signed-in user before a page may redirect. Faces would create it after the redirect was sent,
 * and Liberty would log two warnings.
 */
public class SessionBeforeRedirect implements PhaseListener {

    private static final long serialVersionUID = 1;

    @Override
    public void beforePhase(PhaseEvent event) {
        ExternalContext request = event.getFacesContext().getExternalContext();
        if (request.getUserPrincipal() != null) {
            request.getSession(true);
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }
}
