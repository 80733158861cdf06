package ghtraffic.identity.sessions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That somebody came from the provider.
 *
 * @param subject the provider's subject
 * @param address from where he came
 * @param browser the browser's name and system
 * @param means how the provider says that it knew him; empty when it does not say
 */
public record SignInRecord(String subject, String address, String browser, String means) {

    private static final int LONGEST_MEANS = 200;

    /**
     * Reads from the claims of an ID token how the provider knew its user.
     *
     * @param claims what each claim holds
     * @return App ID's own providers ({@code identities}) and the methods of RFC 8176 ({@code amr}), with commas
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
