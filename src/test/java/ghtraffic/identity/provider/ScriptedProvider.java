package ghtraffic.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider whose keys and answers a test decides, and the application's side of it with a clock that stands still. */
final class ScriptedProvider implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-01-31T10:20:00Z");
    static final String AUDIENCE = "client";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StandingClock clock = new StandingClock();
    private final AtomicInteger discoveries = new AtomicInteger();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final ProviderMetadata metadata = new ProviderMetadata();
    private final ProviderKeys keys = new ProviderKeys();
    private final ProviderTokens tokens = new ProviderTokens();
    private volatile JWKSet published = new JWKSet();
    private volatile int status = 200;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    ScriptedProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            discoveries.incrementAndGet();
            answer(exchange, """
                    {"issuer": "%s", "jwks_uri": "%s/keys", "end_session_endpoint": "%s/end"}""".formatted(issuer(), issuer(), issuer()));
        });
        server.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, published.toString());
        });
        server.start();
        ProviderClient client = new ProviderClient();
        set(metadata, "address", issuer());
        set(metadata, "client", client);
        set(metadata, "clock", clock);
        set(keys, "metadata", metadata);
        set(keys, "client", client);
        set(keys, "clock", clock);
        set(tokens, "keys", keys);
        set(tokens, "audiences", List.of(AUDIENCE, "other"));
        set(tokens, "subjectClaim", "sub");
        set(tokens, "clockSkewSeconds", 60);
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            gate.await();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void set(Object bean, String field, Object value) {
        try {
            Field declared = bean.getClass().getDeclaredField(field);
            declared.setAccessible(true);
            declared.set(bean, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ProviderTokens tokens() {
        return tokens;
    }

    ProviderMetadata metadata() {
        return metadata;
    }

    int discoveries() {
        return discoveries.get();
    }

    int keyRequests() {
        return keyRequests.get();
    }

    void publish(RSAKey... signing) {
        published = new JWKSet(List.of(signing));
    }

    void answerWith(int code) {
        status = code;
    }

    /** From now on it accepts requests and does not answer them until it is released. */
    CountDownLatch hang() {
        gate = new CountDownLatch(1);
        return gate;
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Returns why the application refuses a token; empty if it accepts the token. */
    Optional<TokenFault> fault(String token) {
        try {
            return tokens.verify(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a token that is valid for an hour, with what the test changes. */
    String token(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("somebody")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
        return signed(key, key.getKeyID(), change.apply(claims).build());
    }

    static String signed(RSAKey key, @Nullable String id, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static final class StandingClock extends Clock {

        private volatile Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
