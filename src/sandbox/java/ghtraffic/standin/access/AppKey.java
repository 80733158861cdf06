package ghtraffic.standin.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The RSA key of the sample app, generated when it is first needed. */
final class AppKey {

    private static final int BITS = 2_048;
    /** The number of bytes that PKCS#8, the JDK's form, puts before the PKCS#1 form of an RSA key of this length. */
    private static final int PKCS8_PREFIX = 26;

    private @Nullable KeyPair pair;

    RSAPublicKey publicKey() {
        return (RSAPublicKey) pair().getPublic();
    }

    /** Returns the private key in the form that GitHub issues: PEM as PKCS#1. */
    String privateKey() {
        byte[] pkcs8 = pair().getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_PREFIX, pkcs8.length);
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(pkcs1);
        return "-----BEGIN RSA PRIVATE KEY-----\n" + lines + "\n-----END RSA PRIVATE KEY-----\n";
    }

    private synchronized KeyPair pair() {
        if (pair == null) {
            pair = drawn();
        }
        return pair;
    }

    private static KeyPair drawn() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
