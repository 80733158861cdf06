package ghtraffic.server.start;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the address of a bound Db2, in the old form of the credentials and in the one of 2020 ({@code connection.db2}).
 */
final class Db2Binding {

    private static final List<String> LABELS = List.of(
            "dashdbfortransactions", "dashdb", "dashdbforanalytics", "db2", "db2oncloud", "databasesfordb2", "sqldb");
    private static final Pattern JDBC_ADDRESS = Pattern.compile("jdbc:db2://([^:/]+):(\\d+)/([^:;?]+).*");

    private static final Pattern TLS_OPTION = Pattern.compile("(?i)[;?&](security|ssl|tls|sslmode|sslconnection)=");

    private static final String SCHEME = "db2://";
    private static final Pattern ADDRESS = Pattern.compile("db2://[^:@/]+:[^@/]+@[^:@/]+:\\d+/[^/:;?]+([;?].*)?");

    private Db2Binding() {}

    /** Returns whether the service is a Db2, by its label or, for user-provided services, by its credentials. */
    static boolean isOne(ServiceBinding binding) {
        String uri = binding.optional("uri");
        return binding.isLabelled(LABELS) || uri != null && uri.startsWith(SCHEME) || connection(binding) != null;
    }

    private static @Nullable Map<?, ?> connection(ServiceBinding binding) {
        return binding.credentials().get("connection") instanceof Map<?, ?> connection
                        && connection.get("db2") instanceof Map<?, ?> db2
                ? db2
                : null;
    }

    /**
     * Returns the value of {@code DB2_URI} that the binding supplies. It uses TLS, unless the credentials have an address
     * that says otherwise, such as {@code ;ssl=false}.
     *
     * @param keep stores a certificate in PEM and returns the name of the file
     * @throws IllegalArgumentException if a credential is missing
     */
    static String uri(ServiceBinding binding, Function<byte[], String> keep) {
        Map<?, ?> connection = connection(binding);
        String uri = connection == null ? ofOldForm(binding) : ofConnection(binding, connection, keep);
        if (!ADDRESS.matcher(uri).matches()) {
            throw new IllegalArgumentException(
                    binding + " does not hold the address of a database: user, password, host, port and name");
        }
        return uri;
    }

    private static String ofConnection(ServiceBinding binding, Map<?, ?> db2, Function<byte[], String> keep) {
        String path = "connection.db2.";
        Map<?, ?> login = db2.get("authentication") instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> host =
                db2.get("hosts") instanceof List<?> hosts && !hosts.isEmpty() && hosts.get(0) instanceof Map<?, ?> first
                        ? first
                        : Map.of();
        String uri = uri(
                required(binding, login, path + "authentication.", "username"),
                required(binding, login, path + "authentication.", "password"),
                required(binding, host, path + "hosts[0].", "hostname"),
                required(binding, host, path + "hosts[0].", "port"),
                required(binding, db2, path, "database"));
        String certificate = db2.get("certificate") instanceof Map<?, ?> map
                ? ServiceBinding.optional(map, "certificate_base64")
                : null;
        return uri + ";SECURITY=SSL"
                + (certificate == null ? "" : ";sslCertLocation=" + keep.apply(pem(binding, certificate)));
    }

    private static byte[] pem(ServiceBinding binding, String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw binding.lacking("connection.db2.certificate.certificate_base64 in base64");
        }
    }

    private static String required(ServiceBinding binding, Map<?, ?> map, String path, String key) {
        String text = ServiceBinding.optional(map, key);
        if (text == null) {
            throw binding.lacking(path + key);
        }
        return text;
    }

    private static String ofOldForm(ServiceBinding binding) {
        String uri = binding.optional("uri");
        String user = binding.optional("username", "user", "userid");
        if (uri != null && (user == null || binding.optional("password") == null)) {
            return TLS_OPTION.matcher(uri).find() ? uri : uri + ";SECURITY=SSL";
        }
        String password = binding.required("password");
        if (user == null) {
            throw binding.lacking("username");
        }
        Matcher tls = JDBC_ADDRESS.matcher(tlsAddress(binding));
        if (tls.matches()) {
            return uri(user, password, tls.group(1), tls.group(2), tls.group(3)) + ";SECURITY=SSL";
        }
        return uri(
                        user,
                        password,
                        binding.required("hostname", "host"),
                        binding.required("port"),
                        binding.required("db", "database"))
                + ";SECURITY=SSL";
    }

    /** Returns the address for TLS as a JDBC URL; empty if the credentials have none. */
    private static String tlsAddress(ServiceBinding binding) {
        String jdbc = binding.optional("ssljdbcurl");
        String dsn = binding.optional("ssldsn");
        if (jdbc != null) {
            return jdbc;
        }
        return dsn == null
                ? ""
                : "jdbc:db2://" + part(dsn, "HOSTNAME") + ":" + part(dsn, "PORT") + "/" + part(dsn, "DATABASE");
    }

    private static String part(String dsn, String name) {
        Matcher part = Pattern.compile("(?i)(?:^|;)\\s*" + name + "=([^;]*)").matcher(dsn);
        return part.find() ? part.group(1).strip() : "";
    }

    private static String uri(String user, String password, String host, String port, String database) {
        return SCHEME + encode(user) + ":" + encode(password) + "@" + host + ":" + port + "/" + database;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
