package ghtraffic.api;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;

/**
 * Bounds the forms that the REST API takes, which the server reads before it asks who sends them. It makes the API's servlet
 * by itself, without limits; and with a servlet of ours in its place in {@code web.xml} the pages do not start.
 */
@WebListener
public class FormLimitListener implements ServletContextListener {

    /** A file of 20 MB, and what a form puts around it. */
    private static final long MOST_BYTES = 21 * 1024 * 1024;

    /** More than that waits on the disk. */
    private static final int MOST_BYTES_IN_MEMORY = 64 * 1024;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        ServletRegistration api = start.getServletContext().getServletRegistration(ApiApplication.class.getName());
        if (api instanceof ServletRegistration.Dynamic open) {
            open.setMultipartConfig(new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, MOST_BYTES_IN_MEMORY));
        }
    }
}
