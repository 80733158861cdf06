package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.messages.Message;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    private Path folder;

    private Path keyStore;
    private Path ltpaKeys;

    @BeforeEach
    void names() {
        keyStore = folder.resolve("key.p12");
        ltpaKeys = folder.resolve("ltpa.keys");
    }

    @Test
    void filesThatAreNotThereYetCanBeCreated() {
        assertThat(findings("right", "right")).isEmpty();
    }

    @Test
    void aPasswordThatDoesNotOpenItsFileIsNamed() throws Exception {
        write();
        assertThat(findings("right", "right")).isEmpty();
        assertThat(findings("wrong", "wrong"))
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .startsWith("KEYSTORE_PASSWORD is not the password of KEYSTORE_FILE: ")
                                .contains("delete the file"),
                        finding -> assertThat(finding).startsWith("LTPA_PASSWORD is not the password of LTPA_FILE: "));
    }

    @Test
    void filesThatAreNoKeyFilesAreNamed() throws Exception {
        Files.writeString(keyStore, "nothing");
        Files.writeString(ltpaKeys, "nothing");
        assertThat(findings("right", "right"))
                .satisfiesExactly(
                        finding -> assertThat(finding).startsWith("KEYSTORE_FILE cannot be read: "),
                        finding -> assertThat(finding).startsWith("LTPA_FILE cannot be read: "));
    }

    @Test
    void aFolderThatTakesNoFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        keyStore = file.resolve("key.p12");
        assertThat(findings("right", "right")).singleElement().satisfies(finding -> {
            assertThat(finding).startsWith("KEYSTORE_FILE cannot be created: ").doesNotContain(folder.toString());
            assertThat(Message.said("notice", finding).in(Locale.GERMAN))
                    .startsWith("KEYSTORE_FILE lässt sich nicht anlegen: ");
        });
    }

    private List<String> findings(String keyStorePassword, String ltpaPassword) {
        Map<String, String> given = Map.of(
                "KEYSTORE_FILE",
                keyStore.toString(),
                "KEYSTORE_PASSWORD",
                keyStorePassword,
                "LTPA_FILE",
                ltpaKeys.toString(),
                "LTPA_PASSWORD",
                ltpaPassword);
        return KeyFiles.findings(new ServerFolder(given, folder)).stream()
                .map(Finding::sentence)
                .toList();
    }

    /** Writes both files with the password {@code right}, the second one as Liberty does. */
    private void write() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        try (OutputStream out = Files.newOutputStream(keyStore)) {
            keys.store(out, "right".toCharArray());
        }
        byte[] digest = MessageDigest.getInstance("SHA-1").digest("right".getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("DESede/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(Arrays.copyOf(digest, 24), "DESede"));
        String key = Base64.getEncoder().encodeToString(cipher.doFinal(new byte[24]));
        Files.writeString(
                ltpaKeys,
                "com.ibm.websphere.ltpa.version=1.0\ncom.ibm.websphere.ltpa.3DESKey=" + key.replace("=", "\\=") + "\n");
    }
}
