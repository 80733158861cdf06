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
 * A GitHub credential as a user enters it: a token, or a GitHub App with all three of its parts. {@link #toString()}
 * hides the secret.
 *
 * @param token a personal access token
 * @param appId the app's ID or client ID
 * @param installation the number of the app's installation
 * @param privateKey the app's private key, in PEM format
 */
public record CredentialInput(
        @Nullable String token,
        @Nullable String appId,
        @Nullable Long installation,
        @Nullable String privateKey) {

    private static final int LONGEST_TOKEN = 1_000;
    /**
     * A key of this length still fits into its column when it is encrypted. GitHub's own keys have 1,700 characters.
     */
    private static final int LONGEST_KEY = 2_500;

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");
    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /**
     * Returns the credential after checking all that can be checked without GitHub.
     *
     * @throws IllegalArgumentException with the name of the field, a colon, and a message for users that contains no
     *     secret
     */
    TenantCredential toCredential() {
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
