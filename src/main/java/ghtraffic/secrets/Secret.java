package ghtraffic.secrets;

/** A secret text that logs and messages do not show. */
public final class Secret {

    private final String text;

    /** Wraps a secret given in plain text. */
    public Secret(String text) {
        this.text = text;
    }

    /** Returns the secret itself. Only the call that needs it may use this. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
