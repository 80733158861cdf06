package ghtraffic.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The random secrets and the certificate of one sandbox, created at its first start and stored with its data. */
final class SandboxSecrets {

    private static final List<String> NAMES =
            List.of("APPID_SECRET", "KEYSTORE_PASSWORD", "LTPA_PASSWORD", "CREDENTIAL_KEY");

    private final Path keyStore;
    private final Map<String, String> values;

    private SandboxSecrets(Path keyStore, Map<String, String> values) {
        this.keyStore = keyStore;
        this.values = values;
    }

    /** Reads the secrets from this folder and creates those that are missing. */
    static SandboxSecrets in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = folder.resolve("secrets.properties");
        if (Files.notExists(file)) {
            draw(file);
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((name, value) -> values.put((String) name, (String) value));
        SandboxSecrets secrets = new SandboxSecrets(folder.resolve("localhost.p12"), values);
        if (Files.notExists(secrets.keyStore)) {
            secrets.makeCertificate();
        }
        return secrets;
    }

    Map<String, String> values() {
        return values;
    }

    /**
     * Returns the environment of both servers.
     *
     * @param more settings that replace the usual ones; an empty value removes a setting
     */
    Map<String, String> environment(SandboxSettings settings, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(values);
        environment.put("KEYSTORE_FILE", keyStore.toString());
        environment.put("PROVIDER_PORT", String.valueOf(settings.providerPort()));
        environment.put("APPID_CLIENT_ID", SandboxSettings.CLIENT_ID);
        environment.put("FULL_HOSTNAME", settings.applicationUrl());
        environment.putAll(more);
        environment.values().removeIf(String::isEmpty);
        return environment;
    }

    /** Returns a client that trusts the sandbox's own certificate only. */
    HttpClient client() {
        return HttpClient.newBuilder()
                // An open HTTP/2 connection keeps Liberty from stopping.
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(sslContext())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private static void draw(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        Properties properties = new Properties();
        for (String name : NAMES) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            properties.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "Drawn at the first start of this sandbox");
        }
    }

    private String password() {
        return values.getOrDefault("KEYSTORE_PASSWORD", "");
    }

    private void makeCertificate() throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass:env",
                "KEYSTORE_PASSWORD");
        keytool.environment().put("KEYSTORE_PASSWORD", password());
        int exit = keytool.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool could not make the sandbox's certificate (exit " + exit + ")");
        }
    }

    /** Returns a context for clients and servers. It trusts the sandbox's own certificate only, and has its key. */
    SSLContext sslContext() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password().toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password().toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sandbox's certificate cannot be read", e);
        }
    }
}
