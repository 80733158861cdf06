package ghtraffic.server.registry;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps slow forms from holding the server's threads before any filter runs. When a request brings credentials of any
 * kind, Liberty's sign-in reads the form to its end, to look for a parameter of its own. A form that no page needs is
 * therefore taken out of its sight; of the others only some are read at the same time.
 *
 * <p>It depends on {@code deferServletRequestListenerDestroyOnError} in {@code server.xml}: only then does Liberty call
 * listeners before it looks at credentials.
 */
public class EarlyForms implements ServletContainerInitializer {

    /** As many bodies as {@code ghtraffic.web.bodies.BodyFilter} lets signed-in users send. */
    private static final FormPlaces PLACES = new FormPlaces(28, 12);

    private static final String TAKEN = "ghtraffic.form.taken";
    private static final String REFUSED = "ghtraffic.form.refused";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_WITH_FILES = "multipart/form-data";
    private static final Set<String> OURS = Set.of("", "/");
    private static final Set<String> NEEDS_NO_FORM = Set.of("/signed-in", "/signed-in/github");

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        context.addListener(new Listener(OURS.contains(context.getContextPath())));
    }

    /** Returns whether the form was not looked at, because too many others are being read. */
    static boolean isOneTooMany(HttpServletRequest request) {
        leave(request);
        return request.getAttribute(REFUSED) != null;
    }

    private static void leave(HttpServletRequest request) {
        if (request.getAttribute(TAKEN) instanceof String address) {
            request.removeAttribute(TAKEN);
            PLACES.giveBack(address);
        }
    }

    private static final class Listener implements ServletRequestListener {

        private final boolean ours;

        Listener(boolean ours) {
            this.ours = ours;
        }

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
            if (!request.getMethod().equals("POST") || !isForm(request)) {
                return;
            }
            if (!ours && isFormWithFiles(request)) {
                // Liberty reads these even if somebody has asked for the stream.
                throw new IllegalStateException("This address takes no body");
            }
            if (!ours
                    || request.getHeader("Authorization") != null
                    || NEEDS_NO_FORM.contains(request.getRequestURI())) {
                hide(request);
            } else if (hasCookie(request)) {
                if (PLACES.take(request.getRemoteAddr())) {
                    request.setAttribute(TAKEN, request.getRemoteAddr());
                } else {
                    hide(request);
                    request.setAttribute(REFUSED, true);
                }
            }
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            leave((HttpServletRequest) event.getServletRequest());
        }

        private static boolean isForm(HttpServletRequest request) {
            String type = request.getContentType();
            String plain = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
            return plain.startsWith(FORM) || plain.startsWith(FORM_WITH_FILES);
        }

        private static boolean isFormWithFiles(HttpServletRequest request) {
            return String.valueOf(request.getContentType())
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .startsWith(FORM_WITH_FILES);
        }

        private static boolean hasCookie(HttpServletRequest request) {
            return Collections.list(request.getHeaders("Cookie")).stream()
                    .anyMatch(cookies -> cookies.contains("LtpaToken2"));
        }

        /** The server does not read a form after the stream was asked for. */
        private static void hide(HttpServletRequest request) {
            try {
                request.getInputStream();
            } catch (IOException | IllegalStateException e) {
                System.getLogger(EarlyForms.class.getName()).log(Level.DEBUG, "The form cannot be hidden", e);
            }
        }
    }
}
