package ghtraffic.sandbox;

import ghtraffic.database.migration.SchemaMigration;
import ghtraffic.identity.AuthenticationCache;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.identity.Role;
import ghtraffic.limits.AttemptLimiter;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Lets an administrator start over: {@code DELETE} leaves an empty H2 database without any setup. */
@WebServlet("/sandbox/data")
public class DataServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Resource(lookup = "jdbc/traffic")
    private transient DataSource dataSource;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuthenticationCache authenticationCache;

    @Inject
    private AttemptLimiter attempts;

    /** Deletes all data and answers 204. */
    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!viewer.isSignedIn() || !viewer.get().has(Role.ADMIN)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
        } catch (SQLException e) {
            throw new ServletException("The database could not be emptied", e);
        }
        SchemaMigration.migrate(dataSource);
        authenticationCache.clear();
        attempts.clear();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
