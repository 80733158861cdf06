package ghtraffic.tenants.credentials;

import ghtraffic.github.AppKey;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Secret;
import ghtraffic.tenants.TenantCredential;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential as somebody enters it: a token, or a GitHub App with all three of its parts. Does not show itself.
 *
 * @param token a personal access token
 * @param appId the app's id or client id
 * @param installation the number of the app's installation
 * @param privateKey the app's private key, PEM
 */
public record CredentialInput(
        @Nullable String token,
        @Nullable String appId,
        @Nullable Long installation,
        @Nullable String privateKey) {

    private static final int LONGEST_TOKEN = 1_000;
    /** Encrypted, it fits into its column; GitHub's own have 1,700 characters. */
    private static final int LONGEST_KEY = 2_500;

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /**
     * What was entered, as far as that can be told without GitHub.
     *
     * @throws IllegalArgumentException with the field's name, a colon, and a message for people that shows no secret
     */
    TenantCredential read() {
        if (token != null) {
            if (Stream.of(appId, installation, privateKey).anyMatch(part -> part != null)) {
                throw new InvalidInput("token", Message.of("input.tokenOrApp"));
            }
            return new TenantCredential.Token(new Secret(checkedToken(token.strip())));
        }
        return app();
    }

    private static String checkedToken(String text) {
        if (text.isEmpty()) {
            throw new InvalidInput("token", Message.of("input.blank"));
        }
        if (text.length() > LONGEST_TOKEN || !TOKEN.matcher(text).matches()) {
            throw new InvalidInput("token", Message.of("input.noToken"));
        }
        return text;
    }

    private TenantCredential app() {
        if (appId == null && installation == null && privateKey == null) {
            throw new InvalidInput("token", Message.of("input.tokenMissing"));
        }
        if (appId == null || !APP_ID.matcher(appId.strip()).matches()) {
            throw new InvalidInput("appId", Message.of("input.appId"));
        }
        if (installation == null || installation < 1) {
            throw new InvalidInput("installation", Message.of("input.installation"));
        }
        if (privateKey == null || privateKey.isBlank()) {
            throw new InvalidInput("privateKey", Message.of("input.blank"));
        }
        if (privateKey.strip().length() > LONGEST_KEY) {
            throw new InvalidInput("privateKey", Message.of("input.keyTooLong"));
        }
        try {
            AppKey.parse(privateKey);
        } catch (InvalidInput e) {
            throw new InvalidInput("privateKey", e.what(), e);
        }
        return new TenantCredential.App(appId.strip(), installation, new Secret(privateKey.strip()));
    }

    @Override
    public String toString() {
        return "(credential)";
    }
}
