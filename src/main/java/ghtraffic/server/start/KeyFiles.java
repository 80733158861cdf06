package ghtraffic.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the two key files of the server: they can be read with their passwords, or be created. The server itself
 * starts without them, but then HTTPS or signing in does not work.
 */
final class KeyFiles {

    private static final String NOT_CREATED =
            "%s cannot be created: make its folder writable for the user of the server";
    private static final String UNREADABLE =
            "%s cannot be read: make it readable, or put back a copy of it; without the file a new start makes another";
    private static final String WRONG_PASSWORD =
            "%s is not the password of %s: set the right one, or delete the file, and a new start makes another";
    private static final int KEY_BYTES = 24;

    private interface Reading {
        void with(Path file, String password) throws IOException, GeneralSecurityException;
    }

    private KeyFiles() {}

    /** Returns what is wrong with the files. */
    static List<Finding> findings(ServerFolder folder) {
        List<Finding> findings = new ArrayList<>();
        check(findings, folder, "KEYSTORE", "resources/security/key.p12", KeyFiles::readKeyStore);
        check(findings, folder, "LTPA", "resources/security/ltpa.keys", KeyFiles::readLtpaKeys);
        return findings;
    }

    private static void check(
            List<Finding> findings, ServerFolder folder, String kind, String otherwise, Reading reading) {
        String setting = kind + "_FILE";
        Path file = folder.path(setting, otherwise);
        if (!Files.exists(file)) {
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null || !ServerFolder.isWritable(parent)) {
                findings.add(Finding.lasting(NOT_CREATED.formatted(setting)));
            }
            return;
        }
        String password = kind + "_PASSWORD";
        try {
            reading.with(file, folder.given().getOrDefault(password, ""));
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof GeneralSecurityException;
            findings.add(Finding.lasting(
                    refused ? WRONG_PASSWORD.formatted(password, setting) : UNREADABLE.formatted(setting)));
        } catch (GeneralSecurityException e) {
            findings.add(Finding.lasting(WRONG_PASSWORD.formatted(password, setting)));
        } catch (IllegalArgumentException e) {
            findings.add(Finding.lasting(UNREADABLE.formatted(setting)));
        }
    }

    private static void readKeyStore(Path file, String password) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
        }
    }

    /** Decrypts the file's secret key. Liberty encrypts it with the SHA-1 digest of the password. */
    private static void readLtpaKeys(Path file, String password) throws IOException, GeneralSecurityException {
        Properties keys = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in);
        }
        String encrypted = keys.getProperty("com.ibm.websphere.ltpa.3DESKey");
        if (encrypted == null) {
            throw new IOException("It holds no key");
        }
        if (!"1.0".equals(keys.getProperty("com.ibm.websphere.ltpa.version"))) {
            return; // Servers under FIPS encrypt it in another way.
        }
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("DESede/ECB/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(Arrays.copyOf(digest, KEY_BYTES), "DESede"));
        cipher.doFinal(Base64.getDecoder().decode(encrypted));
    }
}
