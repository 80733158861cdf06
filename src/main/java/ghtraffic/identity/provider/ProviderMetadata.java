package ghtraffic.identity.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the provider's discovery document and finds out whether the provider answers. It sends one request at a time for
 * all callers, so a provider that hangs costs no threads.
 */
@ApplicationScoped
public class ProviderMetadata {

    /** How long an answer says that the provider can be used. A failure says nothing of the next moment. */
    private static final Duration RECENT = Duration.ofSeconds(5);

    /** How long a document is used. */
    private static final Duration GOOD = Duration.ofMinutes(5);

    /** An answer of the provider, or why there was none. */
    private record Answer(
            Instant time, ProviderState state, @Nullable ProviderDocument document) {}

    @Inject
    @ConfigProperty(name = "APPID_OAUTH_SERVER_URL")
    private String address;

    @Inject
    private ProviderClient client;

    @Inject
    private Clock clock;

    private @Nullable Answer latest;
    private @Nullable ProviderDocument known;
    private Instant knownSince = Instant.MIN;
    private @Nullable CompletableFuture<Answer> pending;

    /** Returns the state of the provider, at most five seconds old. The stage completes within about five seconds. */
    public CompletionStage<ProviderState> state() {
        return ask().thenApply(Answer::state);
    }

    /**
     * Returns the address for signing out at the provider; empty if the provider has none or does not answer. The stage
     * completes within about five seconds.
     */
    public CompletionStage<Optional<String>> endSessionEndpoint() {
        ProviderDocument document = recent();
        return document == null
                ? ask().thenApply(
                                answer -> Optional.ofNullable(answer.document()).map(ProviderDocument::endSession))
                : CompletableFuture.completedStage(Optional.ofNullable(document.endSession()));
    }

    /**
     * Returns the document. Waits up to five seconds if none is known that is younger than five minutes.
     *
     * @throws SSLException if the provider's certificate is not trusted
     * @throws IOException if the provider does not answer
     */
    ProviderDocument document() throws IOException {
        ProviderDocument document = recent();
        if (document == null) {
            Answer answer = await(ask());
            document = answer.document();
            if (answer.state() == ProviderState.UNTRUSTED) {
                throw new SSLException("the certificate of the identity provider is not trusted");
            }
        }
        if (document == null) {
            throw new IOException("the identity provider does not answer");
        }
        return document;
    }

    private static Answer await(CompletableFuture<Answer> answer) throws IOException {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private synchronized @Nullable ProviderDocument recent() {
        return knownSince.isAfter(clock.instant().minus(GOOD)) ? known : null;
    }

    private synchronized CompletableFuture<Answer> ask() {
        if (latest != null
                && latest.document() != null
                && latest.time().isAfter(clock.instant().minus(RECENT))) {
            return CompletableFuture.completedFuture(latest);
        }
        if (pending == null) {
            CompletableFuture<Answer> asked = client.get(URI.create(address + "/.well-known/openid-configuration"))
                    .thenApply(ProviderMetadata::parse)
                    .handle(this::keep);
            pending = asked.isDone() ? null : asked;
            return asked;
        }
        return pending;
    }

    private static ProviderDocument parse(byte[] json) {
        try {
            return ProviderDocument.parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs changes only, because everybody can make the application ask. */
    private synchronized Answer keep(@Nullable ProviderDocument document, @Nullable Throwable failure) {
        Answer before = latest;
        Instant now = clock.instant();
        Answer answer = new Answer(now, failure == null ? ProviderState.READY : state(failure), document);
        if (document != null) {
            known = document;
            knownSince = now;
        }
        if (failure != null && (before == null || before.state() != answer.state())) {
            System.getLogger(ProviderMetadata.class.getName())
                    .log(
                            Level.WARNING,
                            answer.state() == ProviderState.UNTRUSTED
                                    ? "The certificate of the identity provider at {0} is not trusted. Nobody can sign in until"
                                            + " TRUSTED_CERTIFICATES holds the certificate of its authority: {1}"
                                    : "The identity provider at {0} does not answer: {1}",
                            address,
                            reason(failure));
        }
        latest = answer;
        pending = null;
        return answer;
    }

    /** Returns the reason without a stack trace, which the server would print for a parameter that is an exception. */
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && !(reason instanceof IOException)) {
            reason = reason.getCause();
        }
        return reason.toString();
    }

    private static ProviderState state(Throwable failure) {
        return cause(failure) instanceof CertificateException
                        || cause(failure) instanceof CertPathValidatorException
                        || cause(failure) instanceof CertPathBuilderException
                ? ProviderState.UNTRUSTED
                : ProviderState.SILENT;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
