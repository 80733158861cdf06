package ghtraffic.standin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ghtraffic.standin.http.Answer;
import ghtraffic.standin.http.Fields;
import java.io.IOException;

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
                app.page(Fields.of(exchange.getRequestURI().getRawQuery()));
            case "/login/oauth/decide" ->
                app.decision(Fields.of(exchange.getRequestURI().getRawQuery()));
            case "/login/oauth/access_token" ->
                app.token(Fields.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            default -> Answer.notFound();
        };
        answer.send(exchange);
    }
}
