package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTest {

    private static final char[] PASSWORD = "for this test".toCharArray();

    @TempDir
    private Path folder;

    private String pem(String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store.toString());
        Path file = Files.createDirectories(folder.resolve("pem")).resolve(name + ".pem");
        keytool("-exportcert", "-rfc", "-alias", name, "-keystore", store.toString(), "-file", file.toString());
        return file.toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(arguments);
        keytool.command()
                .add(
                        0,
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString());
        Collections.addAll(keytool.command(), "-storepass", new String(PASSWORD));
        assertThat(keytool.redirectErrorStream(true).start().waitFor()).isZero();
    }

    private Set<Certificate> written(Map<String, String> given) throws IOException, GeneralSecurityException {
        TrustedCertificates certificates = TrustedCertificates.of(given);
        assertThat(certificates.isNeeded()).isTrue();
        Path file = folder.resolve("written.p12");
        certificates.write(file, PASSWORD);
        return inStore(file);
    }

    private static Set<Certificate> inStore(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        Set<Certificate> certificates = new HashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            certificates.add(store.getCertificate(alias));
        }
        return certificates;
    }

    @Test
    void aFileAddsToTheAuthoritiesOfTheRuntime() throws Exception {
        String file = pem("one");
        Set<Certificate> trusted = written(Map.of("TRUSTED_CERTIFICATES", file));
        assertThat(trusted).containsAll(inStore(folder.resolve("one.p12"))).hasSizeGreaterThan(20);
    }

    @Test
    void aFolderAddsEachFileAndTheKeyStoreCountsToo() throws Exception {
        pem("one");
        pem("other");
        Path other = folder.resolve("pem");
        keytool(
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=own",
                "-keystore",
                folder.resolve("key.p12").toString());
        Files.createDirectories(other.resolve("..data"));
        Set<Certificate> trusted = written(Map.of(
                "TRUSTED_CERTIFICATES",
                other.toString(),
                "KEYSTORE_FILE",
                folder.resolve("key.p12").toString(),
                "KEYSTORE_PASSWORD",
                new String(PASSWORD)));
        assertThat(trusted)
                .containsAll(inStore(folder.resolve("one.p12")))
                .containsAll(inStore(folder.resolve("other.p12")))
                .containsAll(inStore(folder.resolve("key.p12")));
    }

    @Test
    void nothingIsNeededWithoutASettingAndAKeyStore() {
        assertThat(TrustedCertificates.of(Map.of(
                                "KEYSTORE_FILE", folder.resolve("none.p12").toString()))
                        .isNeeded())
                .isFalse();
    }

    @Test
    void theFileInAFolderThatHoldsSomethingElseIsNamed() throws Exception {
        Path authorities = folder.resolve("pem");
        pem("one");
        Files.writeString(authorities.resolve("ca.key"), "-----BEGIN CERTIFICATE-----\nnothing\n");
        assertThatThrownBy(() -> TrustedCertificates.of(Map.of("TRUSTED_CERTIFICATES", authorities.toString())))
                .hasMessageEndingWith("This file holds something else: ca.key");
    }

    @Test
    void whatHoldsNoCertificateIsRefusedByTheNameOfTheSetting() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path text = Files.writeString(folder.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nnothing\n");
        for (Path wrong :
                new Path[] {empty, text, folder.resolve("missing.pem"), Files.createDirectory(folder.resolve("d"))}) {
            assertThatThrownBy(() -> TrustedCertificates.of(Map.of("TRUSTED_CERTIFICATES", wrong.toString())))
                    .as(wrong.toString())
                    .hasMessageStartingWith("TRUSTED_CERTIFICATES must be a file or folder of certificates in PEM. ");
            assertThat(StartConfiguration.of(Map.of("TRUSTED_CERTIFICATES", wrong.toString()), pem -> "")
                            .broken())
                    .anyMatch(reason -> reason.startsWith("TRUSTED_CERTIFICATES must be a file or folder"));
        }
    }
}
