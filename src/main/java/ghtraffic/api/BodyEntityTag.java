package ghtraffic.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A weak entity tag (RFC 9110), because the server may compress what it stands for: the same for the same body, another one for
 * others.
 *
 * @param opaque the tag with its quotation marks
 */
record BodyEntityTag(String opaque) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    static BodyEntityTag of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new BodyEntityTag(
                    '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The tag as the header {@code ETag} has it. */
    String value() {
        return "W/" + opaque;
    }

    /**
     * Whether the caller has this body already.
     *
     * @param ifNoneMatch the values of his headers {@code If-None-Match}: tags, weak or strong, or a star for any
     */
    boolean isAmong(List<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .anyMatch(header -> header.strip().equals("*")
                        || TAG.matcher(header)
                                .results()
                                .map((MatchResult tag) -> tag.group(1))
                                .anyMatch(opaque::equals));
    }
}
