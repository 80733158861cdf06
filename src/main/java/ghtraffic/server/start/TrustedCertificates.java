package ghtraffic.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificates that the process trusts: the authorities of the Java runtime, those of {@code TRUSTED_CERTIFICATES},
 * and the certificates in the server's key store.
 */
final class TrustedCertificates {

    /** The setting: a file of certificates in PEM, or a folder of such files. */
    static final String SETTING = "TRUSTED_CERTIFICATES";

    private final List<Certificate> own = new ArrayList<>();

    private TrustedCertificates() {}

    /**
     * Reads the certificates.
     *
     * @param given the settings by name
     * @throws IllegalArgumentException if the file or folder cannot be read, or has no certificate; the message names the
     *     setting
     */
    static TrustedCertificates of(Map<String, String> given) {
        TrustedCertificates certificates = new TrustedCertificates();
        String place = given.getOrDefault(SETTING, "").strip();
        if (!place.isEmpty()) {
            try {
                certificates.own.addAll(pem(Path.of(place)));
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                throw new IllegalArgumentException(
                        SETTING + " must be a file or folder of certificates in PEM" + detail(e), e);
            }
        }
        certificates.own.addAll(keyStore(given));
        return certificates;
    }

    /** Returns whether there are others than those of the Java runtime. */
    boolean isNeeded() {
        return !own.isEmpty();
    }

    /**
     * Writes all certificates to a PKCS12 file.
     *
     * @throws GeneralSecurityException if the runtime does not know that format
     */
    void write(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        int number = 0;
        for (Certificate certificate : all()) {
            store.setCertificateEntry("trusted" + number++, certificate);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }

    private List<Certificate> all() throws GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(own);
        TrustManagerFactory runtime = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        runtime.init((KeyStore) null);
        for (TrustManager manager : runtime.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                Collections.addAll(all, trust.getAcceptedIssuers());
            }
        }
        return all;
    }

    private static String detail(Exception failure) {
        return ". " + (failure instanceof CertificateException ? failure.getMessage() : "It cannot be read");
    }

    private static List<X509Certificate> pem(Path place) throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : Files.isDirectory(place) ? files(place) : List.of(place)) {
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    certificates.add((X509Certificate) certificate);
                }
            } catch (CertificateException e) {
                throw new CertificateException("This file holds something else: " + file.getFileName(), e);
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("It holds no certificate");
        }
        return certificates;
    }

    /** A mounted Kubernetes volume has hidden folders beside the files. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns none if there is no key store yet, or it cannot be read; then the server itself reports it. */
    private static List<Certificate> keyStore(Map<String, String> given) {
        List<Certificate> certificates = new ArrayList<>();
        Path file = Path.of(given.getOrDefault("KEYSTORE_FILE", "resources/security/key.p12"));
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, given.getOrDefault("KEYSTORE_PASSWORD", "").toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                certificates.add(store.getCertificate(alias));
            }
        } catch (IOException | GeneralSecurityException e) {
            return List.of();
        }
        return certificates;
    }
}
