package ghtraffic.identity.provider;

import ghtraffic.identity.provider.ProviderKeys.Keys;

/**
 * Tells MicroProfile JWT the issuer and the keys that the provider has at present, for all web applications of the server.
 * Liberty would read those of {@code server.xml} only once.
 */
final class TokenRules {

    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEYS = "mp.jwt.verify.publickey";

    private TokenRules() {}

    /** Makes Liberty accept the tokens that are signed with these keys, and no others. */
    static void set(Keys keys) {
        System.setProperty(ISSUER, keys.issuer());
        System.setProperty(KEYS, keys.set().toString());
    }

    /** Makes Liberty accept no token. */
    static void clear() {
        System.clearProperty(KEYS);
    }
}
