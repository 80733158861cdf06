package ghtraffic.server.driver;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A Db2 address of the form {@code db2://user:password@host:port/database;SECURITY=SSL}, as deployments of the Python
 * application use it.
 *
 * @param jdbcUrl the same address in the form of IBM's JDBC driver, without user and password
 * @param user the user name, percent-decoded
 * @param password the password, percent-decoded
 */
public record Db2Uri(String jdbcUrl, String user, String password) {

    static final String SCHEME = "db2://";

    private static final int DEFAULT_PORT = 50_000;

    /**
     * Parses an address. Options follow a semicolon or a question mark; {@link Db2Options} translates them. The default port is
     * 50000.
     *
     * @throws IllegalArgumentException if the address is invalid; the message never contains the address, because it
     *     holds the password
     */
    public static Db2Uri parse(String address) {
        String text = address.strip();
        int end = indexOfOptions(text);
        URI uri = uri(text.substring(0, end));
        String userInfo = uri.getRawUserInfo();
        if (userInfo == null || userInfo.indexOf(':') < 1) {
            throw new IllegalArgumentException("DB2_URI lacks user:password before the @");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("DB2_URI lacks the host name");
        }
        String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        if (database.isEmpty() || database.contains("/")) {
            throw new IllegalArgumentException("DB2_URI lacks the database name after host:port/");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        int colon = userInfo.indexOf(':');
        return new Db2Uri(
                "jdbc:db2://" + uri.getHost() + ":" + port + "/" + database + Db2Options.forDriver(text.substring(end)),
                decode(userInfo.substring(0, colon)),
                decode(userInfo.substring(colon + 1)));
    }

    /** Returns the properties for the driver: these, with user and password added. */
    Properties login(@Nullable Properties more) {
        Properties properties = new Properties();
        if (more != null) {
            more.forEach(properties::put);
        }
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("DB2_URI is not of the form db2://user:password@host:port/database;"
                    + "SECURITY=SSL (characters such as @ : / # % in the password are written percent-encoded)");
        }
    }

    private static int indexOfOptions(String text) {
        int at = text.lastIndexOf('@');
        for (int i = Math.max(at, 0); i < text.length(); i++) {
            if (text.charAt(i) == ';' || text.charAt(i) == '?') {
                return i;
            }
        }
        return text.length();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns the JDBC URL, without user and password. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
