package ghtraffic.github;

/** A GitHub token; does not show itself in logs and messages. */
public final class Credential {

    private final String token;

    /** Takes the token in plain text. */
    public Credential(String token) {
        this.token = token;
    }

    String authorization() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "(credential)";
    }
}
