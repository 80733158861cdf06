package ghtraffic.standin.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Json;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sample OAuth app with which people sign in. */
public final class OAuthApp {

    /** The client id of the app. */
    public static final String CLIENT_ID = "Ov23sandbox";

    /** The client secret of the app. */
    public static final String CLIENT_SECRET = "sandbox-login-secret";

    private static final String TOKENS = "gho_";

    /** What a code stands for. */
    private record Grant(SamplePerson person, String challenge, String address) {}

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, SamplePerson> tokens = new ConcurrentHashMap<>();

    /** Answers the page where a person decides. */
    Answer page(Map<String, String> query) {
        if (!CLIENT_ID.equals(query.get("client_id")) || !"S256".equals(query.get("code_challenge_method"))) {
            return Answer.html(404, "Not Found");
        }
        String people = Arrays.stream(SamplePerson.values())
                .map(person -> link(query, person.name(), "Continue as " + person.login()))
                .collect(Collectors.joining("\n"));
        return new Answer(
                200,
                Map.of("content-type", "text/html; charset=utf-8"),
                "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Stand-in for GitHub</title></head><body>"
                        + "<h1>Sign in to the stand-in for GitHub</h1>\n<ul>" + people
                        + link(query, "", "Cancel") + "</ul></body></html>\n");
    }

    private static String link(Map<String, String> query, String person, String label) {
        String address = "/login/oauth/decide?person=" + person + "&redirect_uri=" + encode(query.get("redirect_uri"))
                + "&state=" + encode(query.get("state")) + "&code_challenge=" + encode(query.get("code_challenge"));
        return "<li><a href=\"" + address.replace("&", "&amp;") + "\">" + label + "</a></li>";
    }

    /** Sends the person back to the application. */
    Answer decision(Map<String, String> query) {
        String address = query.getOrDefault("redirect_uri", "");
        Optional<SamplePerson> person = Arrays.stream(SamplePerson.values())
                .filter(one -> one.name().equals(query.get("person")))
                .findFirst();
        String code = UUID.randomUUID().toString();
        person.ifPresent(one -> codes.put(code, new Grant(one, query.getOrDefault("code_challenge", ""), address)));
        String result = person.isPresent()
                ? "code=" + code
                : "error=access_denied&error_description=The+user+has+denied+your+application+access.";
        return new Answer(302, Map.of("location", address + "?" + result + "&state=" + encode(query.get("state"))), "");
    }

    /** Exchanges a code, once. GitHub answers 200 even if it refuses. */
    Answer token(Map<String, String> form) {
        if (!CLIENT_ID.equals(form.get("client_id")) || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            return refused("incorrect_client_credentials");
        }
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        if (grant == null || !grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            return refused("bad_verification_code");
        }
        if (!grant.address().equals(form.get("redirect_uri"))) {
            return refused("redirect_uri_mismatch");
        }
        String token = TOKENS + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, grant.person());
        return Answer.json(Json.object("access_token", token, "scope", "read:user,user:email", "token_type", "bearer"));
    }

    private static Answer refused(String error) {
        return Answer.json(Json.object("error", error, "error_description", "It was refused."));
    }

    /** Returns the answer to a call of the API with a token of this app; empty for all other calls. */
    public Optional<Answer> answer(Call call) {
        String authorization = call.header("authorization").orElse("");
        if (!authorization.startsWith("Bearer " + TOKENS)) {
            return Optional.empty();
        }
        SamplePerson person = tokens.get(authorization.substring("Bearer ".length()));
        if (person == null) {
            return Optional.of(Answer.problem(401, "Bad credentials", ""));
        }
        if (call.path().equals(List.of("user"))) {
            return Optional.of(Answer.json(person.user()));
        }
        return Optional.of(
                call.path().equals(List.of("user", "emails")) ? Answer.json(person.emails()) : Answer.notFound());
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, UTF_8);
    }
}
