package ghtraffic.github;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A GitHub token; does not show itself in logs and messages. Two of the same token are equal. */
public final class Credential {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
    private static final String OF_AN_INSTALLATION = "ghs_";

    private final String token;
    private final @Nullable Boolean readsTraffic;

    /** Takes the token in plain text. */
    public Credential(String token) {
        this(token, null);
    }

    /** Takes the token in plain text, and whether it may read traffic where GitHub said so of the token itself. */
    Credential(String token, @Nullable Boolean readsTraffic) {
        this.token = token.strip();
        this.readsTraffic = readsTraffic;
    }

    /** Whether it may read the traffic of all that it can see; null when GitHub did not say it of the token itself. */
    @Nullable
    Boolean readsTraffic() {
        return readsTraffic;
    }

    /** Whether it can stand in a header; the JDK would show one that cannot in its message. */
    boolean isSendable() {
        return SENDABLE.matcher(token).matches();
    }

    /** Whether it is the token of a GitHub App's installation, and no person's. */
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
