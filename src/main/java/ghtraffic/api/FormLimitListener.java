package ghtraffic.api;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;

/**
 * Limits the size of forms sent to the REST API, because the server reads them before it authenticates the caller.
 * Liberty creates the API's servlet itself and without limits. Declaring the servlet in {@code web.xml} instead keeps
 * the pages from starting.
 */
@WebListener
public class FormLimitListener implements ServletContextListener {

    /** A file of 20 MB plus the rest of the form. */
    private static final long MOST_BYTES = 21 * 1024 * 1024;

    /** Larger parts are buffered on disk. */
    private static final int MOST_BYTES_IN_MEMORY = 64 * 1024;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        ServletRegistration api = start.getServletContext().getServletRegistration(ApiApplication.class.getName());
        if (api instanceof ServletRegistration.Dynamic open) {
            open.setMultipartConfig(new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, MOST_BYTES_IN_MEMORY));
        }
    }
}
