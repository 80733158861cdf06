package ghtraffic.standin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ghtraffic.standin.http.Answer;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what is below {@code /login/oauth/}. */
public final class SignInHandler implements HttpHandler {

    private final OAuthApp app;

    /** Creates a handler for the app. */
    public SignInHandler(OAuthApp app) {
        this.app = app;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Answer answer = switch (exchange.getRequestURI().getPath()) {
            case "/login/oauth/authorize" ->
                app.page(fields(exchange.getRequestURI().getRawQuery()));
            case "/login/oauth/decide" ->
                app.decision(fields(exchange.getRequestURI().getRawQuery()));
            case "/login/oauth/access_token" ->
                app.token(fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            default -> Answer.notFound();
        };
        answer.send(exchange);
    }

    private static Map<String, String> fields(@Nullable String text) {
        return Arrays.stream(text == null ? new String[0] : text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8), (first, second) -> first));
    }
}
