package ghtraffic.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ghtraffic.standin.data.SampleCatalog;
import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.http.Call;
import ghtraffic.standin.http.Reply;
import ghtraffic.standin.signin.OAuthApp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Receives the calls to the API and sends the answer of {@link Gate}, or a failure, with the configured delay. */
final class ApiHandler implements HttpHandler {

    private final Situation situation;
    private final ScheduledExecutorService threads;
    private final Gate gate;
    private final OAuthApp signIns;
    private final FailingReply trouble;

    ApiHandler(Situation situation, ScheduledExecutorService threads, Gate gate, OAuthApp signIns) {
        this.signIns = signIns;
        this.situation = situation;
        this.threads = threads;
        this.gate = gate;
        this.trouble = new FailingReply(gate);
    }

    @Override
    public void handle(HttpExchange exchange) {
        Call call = Call.of(exchange, situation.now());
        situation.arrived(call.line());
        Optional<Failure> failure = situation.failureOf(pathsOf(call));
        Reply reply = failure.map(current -> trouble.reply(current, call)).orElseGet(() -> answer(call));
        Duration late = failure.map(Failure::lateness).orElse(Duration.ZERO).plus(situation.latency());
        if (late.isZero()) {
            send(exchange, reply);
        } else {
            var unused = threads.schedule(() -> send(exchange, reply), late.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Reply answer(Call call) {
        return signIns.answer(call).orElseGet(() -> gate.answer(call));
    }

    private static List<String> pathsOf(Call call) {
        Stream<String> asCalled = Stream.of(call.uri().getPath());
        Stream<String> otherwise = SampleCatalog.target(call).stream()
                .flatMap(target -> target.paths().stream())
                .map(path -> call.server().prefix() + path);
        return Stream.concat(asCalled, otherwise).toList();
    }

    private void send(HttpExchange exchange, Reply reply) {
        // Before the client can have the answer and ask again, which would look like two requests at once.
        situation.answered();
        try {
            reply.send(exchange);
        } catch (IOException e) {
            // The client no longer waits; nobody is left to tell.
            exchange.close();
        }
    }
}
