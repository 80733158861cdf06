package ghtraffic.github;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A GitHub token. Logs and messages do not show it. Two credentials with the same token are equal. */
public final class Credential {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
    private static final String OF_AN_INSTALLATION = "ghs_";

    private final String token;
    private final @Nullable Boolean readsTraffic;
    private final boolean entered;

    /** Creates a credential from a token in plain text that a user entered. */
    public Credential(String token) {
        this(token, null, true);
    }

    private Credential(String token, @Nullable Boolean readsTraffic, boolean entered) {
        this.token = token.strip();
        this.readsTraffic = readsTraffic;
        this.entered = entered;
    }

    /**
     * Creates a credential from a token that GitHub gave to a GitHub App.
     *
     * @param readsTraffic whether it may read the traffic of all repositories that it sees; null if GitHub gave no permissions
     */
    static Credential ofApp(String token, @Nullable Boolean readsTraffic) {
        return new Credential(token, readsTraffic, false);
    }

    /** Returns whether a user entered the token. */
    boolean isEntered() {
        return entered;
    }

    /** Returns whether it may read the traffic of all repositories that it sees; null if GitHub gave no permissions. */
    @Nullable
    Boolean readsTraffic() {
        return readsTraffic;
    }

    /** Returns whether the token is a valid header value. The JDK's error for an invalid one would show the token. */
    boolean isSendable() {
        return SENDABLE.matcher(token).matches();
    }

    /** Returns whether the token belongs to the installation of a GitHub App, not to a user. */
    boolean isOfAnInstallation() {
        return token.startsWith(OF_AN_INSTALLATION);
    }

    String authorization() {
        return "Bearer " + token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credential credential && credential.token.equals(token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    @Override
    public String toString() {
        return "(credential)";
    }
}
