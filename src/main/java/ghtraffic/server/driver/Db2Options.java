package ghtraffic.server.driver;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The options of a Db2 address, by the names that IBM's driver has for them. */
final class Db2Options {

    private static final String TLS = "sslConnection";

    /** What a platform adds to each of its addresses; it means nothing to Db2, and its services require TLS. */
    private static final Set<String> OF_PLATFORMS = Set.of("authsource", "replicaset");

    private static final Set<String> TRUTHS = Set.of("true", "false");

    private static final Set<String> TLS_NAMES = Set.of("ssl", "tls", "sslconnection");

    private Db2Options() {}

    /**
     * Returns the options in the form that follows the database's name in a URL of the driver; empty if there are none.
     * {@code SECURITY=SSL}, {@code ssl=true}, {@code tls=true} and an {@code sslmode} other than {@code disable} all mean
     * TLS.
     *
     * @param text options with semicolons, question marks or ampersands between them
     * @throws IllegalArgumentException if an option of TLS is neither true nor false, or two contradict each other
     */
    static String forDriver(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        boolean platform = false;
        for (String part : text.split("[;?&]", -1)) {
            String option = part.strip();
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals).strip();
            String value = equals < 0 ? "" : option.substring(equals + 1).strip();
            String plain = name.toLowerCase(Locale.ROOT);
            if (plain.equals("security") && value.equalsIgnoreCase("SSL")) {
                putTls(options, "true");
            } else if (plain.equals("sslmode")) {
                putTls(options, String.valueOf(!value.equalsIgnoreCase("disable")));
            } else if (TLS_NAMES.contains(plain)) {
                putTls(options, value.toLowerCase(Locale.ROOT));
            } else if (OF_PLATFORMS.contains(plain)) {
                platform = true;
            } else if (!name.isEmpty()) {
                options.put(name, value);
            }
        }
        if (platform) {
            options.putIfAbsent(TLS, "true");
        }
        StringBuilder url = new StringBuilder();
        options.forEach((name, value) -> url.append(url.isEmpty() ? ":" : "")
                .append(name)
                .append('=')
                .append(value)
                .append(';'));
        return url.toString();
    }

    private static void putTls(Map<String, String> options, String value) {
        String before = options.putIfAbsent(TLS, value);
        if (!TRUTHS.contains(value) || before != null && !before.equals(value)) {
            throw new IllegalArgumentException("DB2_URI must say of TLS either true or false");
        }
    }

    /**
     * Makes sure that the driver knows each option of a URL. It ignores those that it does not know, so a misspelled one would
     * cost the encryption.
     *
     * @param url a URL of the driver, with its options
     * @param driver a class of the driver with a setter or a public constant {@code propertyKey_…} for each option
     * @throws IllegalArgumentException if it does not know one; the message names the option and no value
     */
    static void requireKnown(String url, Class<?> driver) {
        int start = url.indexOf(':', url.lastIndexOf('/'));
        if (start < 0) {
            return;
        }
        Map<String, String> known = known(driver);
        List<String> unknown = new ArrayList<>();
        for (String option : url.substring(start + 1).split(";", -1)) {
            String name = option.split("=", 2)[0].strip();
            if (!name.isEmpty() && !name.equals(known.get(name.toLowerCase(Locale.ROOT)))) {
                String meant = known.get(name.toLowerCase(Locale.ROOT));
                unknown.add(meant == null ? name : name + " (it is written " + meant + ")");
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "DB2_URI has options that the Db2 driver does not know: " + String.join(", ", unknown));
        }
    }

    private static Map<String, String> known(Class<?> driver) {
        Map<String, String> names = new HashMap<>(Map.of("password", "password"));
        for (Method method : driver.getMethods()) {
            if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
                String name = Introspector.decapitalize(method.getName().substring(3));
                names.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
        for (Field field : driver.getFields()) {
            try {
                if (field.getName().startsWith("propertyKey_") && field.get(null) instanceof String name) {
                    names.put(name.toLowerCase(Locale.ROOT), name);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return names;
    }
}
