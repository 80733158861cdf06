package ghtraffic.web.errors;

import ghtraffic.identity.MissingRoleException;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers 403 when a page needs a role that the viewer does not have. Otherwise the server would log a stack trace. */
public final class RefusalHandlerFactory extends ExceptionHandlerFactory {

    /** Wraps the factory of Faces, which handles all other exceptions. */
    public RefusalHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new RefusalHandler(getWrapped().getExceptionHandler());
    }

    /** Returns whether a page required a role that the viewer does not have. */
    static boolean isRefusal(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(MissingRoleException.class::isInstance);
    }

    private static final class RefusalHandler extends ExceptionHandlerWrapper {

        RefusalHandler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() throws FacesException {
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                if (isRefusal(events.next().getContext().getException())) {
                    events.remove();
                    refuse(FacesContext.getCurrentInstance());
                }
            }
            getWrapped().handle();
        }

        /** The filter refuses later: the page for errors would end this request's own context. */
        private static void refuse(FacesContext faces) {
            faces.getExternalContext().getRequestMap().put(ErrorKey.REFUSED, true);
            faces.responseComplete();
        }
    }
}
