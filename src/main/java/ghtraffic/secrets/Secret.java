package ghtraffic.secrets;

/** A secret text that does not show itself in logs and messages. */
public final class Secret {

    private final String text;

    /** Takes the secret in plain text. */
    public Secret(String text) {
        this.text = text;
    }

    /** The secret itself; for the call that needs it and nothing else. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
