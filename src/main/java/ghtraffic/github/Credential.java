package ghtraffic.github;

import java.util.regex.Pattern;

/** A GitHub token; does not show itself in logs and messages. */
public final class Credential {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

    private final String token;

    /** Takes the token in plain text. */
    public Credential(String token) {
        this.token = token.strip();
    }

    /** Whether it can stand in a header; the JDK would show one that cannot in its message. */
    boolean isSendable() {
        return SENDABLE.matcher(token).matches();
    }

    String authorization() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "(credential)";
    }
}
