package ghtraffic.server.start;

/**
 * A reason why the application cannot run.
 *
 * @param sentence cause and remedy in English, without a value, a path or a secret; {@code said.notice} in the bundles
 *     translates it
 * @param heals whether it may be gone at the next start, without anybody's help
 */
record Finding(String sentence, boolean heals) {

    /** Returns a reason that only the operator can remove. */
    static Finding lasting(String sentence) {
        return new Finding(sentence, false);
    }

    /** Returns a reason that may be gone at the next start. */
    static Finding passing(String sentence) {
        return new Finding(sentence, true);
    }
}
