package ghtraffic.identity.provider;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The provider's public keys. They are fetched again when they are four minutes old, and when a token names a key that is
 * not among them, but not more than once in ten seconds. While the provider does not answer, they are good until they
 * are ten minutes old. So a key that the provider has removed is never accepted for longer.
 */
@ApplicationScoped
class ProviderKeys {

    private static final Duration FRESH = Duration.ofMinutes(4);
    private static final Duration GOOD = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 8;

    /**
     * What a token must fit.
     *
     * @param time when the provider told them
     * @param issuer the {@code iss} of its tokens
     * @param set the keys that it signs with
     */
    record Keys(Instant time, String issuer, JWKSet set) {}

    @Inject
    private ProviderMetadata metadata;

    @Inject
    private ProviderClient client;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "APPID_ISSUER")
    private Optional<String> issuer = Optional.empty();

    @Inject
    @ConfigProperty(name = "APPID_JWKS_URI")
    private Optional<URI> address = Optional.empty();

    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Keys latest;
    private Instant tried = Instant.MIN;
    private volatile @Nullable IOException failure;

    /**
     * Returns the keys that the provider has at present. A few callers wait for them; others learn at once that there are
     * none.
     *
     * @param id the id of the key that is wanted; null if any
     * @throws SSLException if the provider's certificate is not trusted
     * @throws IOException if the provider does not answer
     */
    Keys current(@Nullable String id) throws IOException {
        Keys keys = latest;
        if (keys != null && isYounger(keys, FRESH) && has(keys, id)) {
            return keys;
        }
        if (fetching.getQueueLength() < MOST_WAITING) {
            fetching.lock();
            try {
                refresh(id);
            } finally {
                fetching.unlock();
            }
        }
        keys = latest;
        if (keys == null || !isYounger(keys, GOOD)) {
            throw failure instanceof SSLException
                    ? new SSLException("The certificate of the identity provider is not trusted")
                    : new IOException("The identity provider does not tell its keys");
        }
        return keys;
    }

    /** Returns whether the provider still had this key when it was last asked; true if it was not asked yet. */
    boolean had(@Nullable String id) {
        Keys keys = latest;
        return keys == null || has(keys, id);
    }

    private void refresh(@Nullable String id) {
        Keys keys = latest;
        Instant now = clock.instant();
        if (keys != null && isYounger(keys, FRESH) && has(keys, id) || tried.isAfter(now.minus(PAUSE))) {
            return;
        }
        tried = now;
        try {
            Keys fetched = new Keys(
                    now, issuer.isPresent() ? issuer.get() : metadata.document().issuer(), fetch());
            latest = fetched;
            failure = null;
            TokenRules.set(fetched);
        } catch (IOException e) {
            if (failure == null) {
                System.getLogger(ProviderKeys.class.getName())
                        .log(Level.WARNING, "The keys of the identity provider cannot be read: {0}", e.getMessage());
            }
            failure = e;
        }
    }

    private boolean isYounger(Keys keys, Duration age) {
        return keys.time().isAfter(clock.instant().minus(age));
    }

    private static boolean has(Keys keys, @Nullable String id) {
        return id == null || keys.set().getKeyByKeyId(id) != null;
    }

    private JWKSet fetch() throws IOException {
        CompletableFuture<byte[]> document = client.get(
                address.isPresent() ? address.get() : metadata.document().keys());
        try {
            return JWKSet.parse(new String(document.get(10, TimeUnit.SECONDS), StandardCharsets.UTF_8))
                    .toPublicJWKSet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException | ParseException e) {
            throw new IOException(e.toString(), e);
        }
    }
}
