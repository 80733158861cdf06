package ghtraffic.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The entity tag (RFC 9110) of a response body: equal for equal bodies, different for others. It is weak, because the
 * server may compress the body.
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

    /** Returns the value of the header {@code ETag}. */
    String value() {
        return "W/" + opaque;
    }

    /**
     * Returns whether the client already has this body.
     *
     * @param ifNoneMatch the values of the request's {@code If-None-Match} headers: weak or strong tags, or a star for
     *     any
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
