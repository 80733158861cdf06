package ghtraffic.standin.appid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Fields;
import ghtraffic.standin.http.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Answers what is below the issuer's address. */
final class AppIdHandler implements HttpHandler {

    private final String issuer;
    private final Tokens tokens;
    private final SignInForm signIns;
    private final TokenEndpoint exchanges;

    AppIdHandler(String issuer, String tenant, AppIdClient client, Clock clock) {
        this.issuer = issuer;
        this.tokens = new Tokens(issuer, tenant, client.id(), clock);
        this.signIns = new SignInForm(client);
        this.exchanges = new TokenEndpoint(client, signIns, tokens);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String wanted = path.substring(exchange.getHttpContext().getPath().length());
        Answer answer = switch (exchange.getRequestMethod() + " " + wanted) {
            case "GET /.well-known/openid-configuration" -> discovery();
            case "GET /authorization" -> signIns.show(Fields.of(query));
            case "POST /authorization" -> signIns.submit(Fields.of(query), Fields.of(body));
            case "POST /token" -> exchanges.answer(authorization, Fields.of(body));
            case "GET /publickeys" -> tokens.publicKeys();
            case "GET /userinfo" -> tokens.userInfo(Objects.requireNonNullElse(authorization, ""));
            default -> Answer.json(404, Json.object("error", "not_found"));
        };
        answer.send(exchange);
    }

    /** Says nothing of client authentication and has no address for signing out, as IBM's example. */
    private Answer discovery() {
        return Answer.json(Json.object(
                "issuer", issuer,
                "authorization_endpoint", issuer + "/authorization",
                "token_endpoint", issuer + "/token",
                "jwks_uri", issuer + "/publickeys",
                "userinfo_endpoint", issuer + "/userinfo",
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "scopes_supported", List.of("openid"),
                "response_types_supported", List.of("code"),
                "grant_types_supported", List.of("authorization_code", "password"),
                "claims_supported", List.of("iss", "aud", "exp", "tenant", "iat", "sub", "nonce", "amr")));
    }
}
