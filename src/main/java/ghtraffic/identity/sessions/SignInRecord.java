package ghtraffic.identity.sessions;

import ghtraffic.messages.Message;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in at the identity provider.
 *
 * @param subject the provider's subject
 * @param address the address that the user came from
 * @param browser the name and system of the browser
 * @param means how the provider authenticated the user; empty when it does not report that
 */
public record SignInRecord(String subject, String address, Message browser, String means) {

    private static final int LONGEST_MEANS = 200;

    /**
     * Reads from the claims of an ID token how the provider authenticated the user.
     *
     * @param claims returns the value of a claim, or null
     * @return App ID's own providers ({@code identities}) and the methods of RFC 8176 ({@code amr}), separated by
     *     commas, at most 200 characters
     */
    public static String means(Function<String, @Nullable Object> claims) {
        String all = Stream.concat(
                        list(claims.apply("identities")).map(SignInRecord::provider), list(claims.apply("amr")))
                .map(String::valueOf)
                .map(text -> text.replaceAll("[^\\p{Alnum}._:-]", ""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return all.length() > LONGEST_MEANS ? all.substring(0, LONGEST_MEANS) : all;
    }

    private static Stream<?> list(@Nullable Object claim) {
        return claim instanceof Collection<?> many
                ? many.stream()
                : claim == null ? Stream.empty() : List.of(claim).stream();
    }

    private static Object provider(Object identity) {
        Object provider = identity instanceof Map<?, ?> fields ? fields.get("provider") : null;
        return provider == null ? "" : provider;
    }
}
