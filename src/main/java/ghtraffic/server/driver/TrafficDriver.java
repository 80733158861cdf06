package ghtraffic.server.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver of the server's only data source. The scheme of the URL selects H2 ({@code jdbc:h2:}) or IBM's Db2
 * driver ({@code jdbc:db2:}, {@code db2://user:password@…}), so one setting, {@code DB2_URI}, selects the database.
 */
public final class TrafficDriver implements Driver {

    private static final String H2 = "jdbc:h2:";
    private static final String DB2 = "jdbc:db2:";
    private static final String DB2_OPTIONS = "com.ibm.db2.jcc.DB2BaseDataSource";

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(H2) || url.startsWith(DB2) || url.startsWith(Db2Uri.SCHEME);
    }

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties properties) throws SQLException {
        if (url.startsWith(Db2Uri.SCHEME)) {
            Db2Uri uri = db2Uri(url);
            return connectTo(uri.jdbcUrl(), uri.login(properties));
        }
        return acceptsURL(url) ? connectTo(url, properties) : null;
    }

    private static @Nullable Connection connectTo(String url, @Nullable Properties properties) throws SQLException {
        Driver driver = driver(url);
        if (url.startsWith(DB2)) {
            try {
                Db2Options.requireKnown(
                        url, Class.forName(DB2_OPTIONS, false, driver.getClass().getClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new SQLException("The Db2 driver is incomplete", e);
            } catch (IllegalArgumentException e) {
                throw new SQLException(e.getMessage(), "08001", e);
            }
        }
        return driver.connect(url, properties);
    }

    private static Db2Uri db2Uri(String url) throws SQLException {
        try {
            return Db2Uri.parse(url);
        } catch (IllegalArgumentException e) {
            throw new SQLException(e.getMessage(), "08001", e);
        }
    }

    private static Driver driver(String url) throws SQLException {
        String name = url.startsWith(H2) ? "org.h2.Driver" : "com.ibm.db2.jcc.DB2Driver";
        try {
            return Class.forName(name, true, TrafficDriver.class.getClassLoader())
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new SQLException("The database driver " + name + " is not in the server's resources/jdbc folder", e);
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
