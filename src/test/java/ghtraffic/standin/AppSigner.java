package ghtraffic.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;
import java.util.Map;

/** Signs as the sample app does, with a key in the form in which GitHub hands it out. */
record AppSigner(String pem) {

    private static final String BEGIN = "-----BEGIN RSA PRIVATE KEY-----\n";
    private static final String END = "\n-----END RSA PRIVATE KEY-----\n";

    String signed(Map<String, Object> claims) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(claims));
        token.sign(new RSASSASigner(key()));
        return token.serialize();
    }

    private PrivateKey key() {
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
            throw new AssertionError("This is no RSA key in PKCS#1 form");
        }
        String text = pem.substring(BEGIN.length(), pem.length() - END.length());
        ByteBuffer der = ByteBuffer.wrap(Base64.getMimeDecoder().decode(text));
        der.get();
        if (length(der) != der.remaining() || !number(der).equals(BigInteger.ZERO)) {
            throw new AssertionError("This is no sequence that begins with version 0");
        }
        BigInteger modulus = number(der);
        BigInteger publicExponent = number(der);
        if (!publicExponent.equals(BigInteger.valueOf(65_537))) {
            throw new AssertionError("The public exponent is " + publicExponent);
        }
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(modulus, number(der)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static BigInteger number(ByteBuffer der) {
        der.get();
        byte[] bytes = new byte[length(der)];
        der.get(bytes);
        return new BigInteger(bytes);
    }

    private static int length(ByteBuffer der) {
        int first = der.get() & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7F); i++) {
            length = length << 8 | der.get() & 0xFF;
        }
        return length;
    }
}
