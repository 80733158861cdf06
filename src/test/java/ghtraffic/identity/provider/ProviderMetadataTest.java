package ghtraffic.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderMetadataTest {

    private ScriptedProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new ScriptedProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private ProviderState state() {
        return provider.metadata().state().toCompletableFuture().join();
    }

    @Test
    void askedByManyAtOnceItSendsOneRequestAndNobodyWaits() {
        CountDownLatch release = provider.hang();
        List<CompletableFuture<ProviderState>> asked = Stream.generate(provider.metadata()::state)
                .limit(50)
                .map(CompletionStage::toCompletableFuture)
                .toList();
        assertThat(asked).noneMatch(CompletableFuture::isDone);
        release.countDown();
        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(ProviderState.READY));
        assertThat(provider.discoveries()).isEqualTo(1);
    }

    @Test
    void oneThatHangsCountsAsSilent() {
        provider.hang();
        assertThat(state()).isEqualTo(ProviderState.SILENT);
    }

    @Test
    void theLogSaysWhyInOneLine() {
        List<LogRecord> records = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(ProviderMetadata.class.getName());
        logger.addHandler(listening);
        try {
            provider.close();
            assertThat(state()).isEqualTo(ProviderState.SILENT);
        } finally {
            logger.removeHandler(listening);
        }
        assertThat(records).singleElement().satisfies(entry -> {
            assertThat(entry.getParameters())
                    .as("the server prints the stack trace of an exception")
                    .allMatch(String.class::isInstance);
            assertThat(String.valueOf(entry.getParameters()[1])).contains("ConnectException");
        });
    }

    @Test
    void oneThatStopsAnsweringIsNoticedThoughItsDocumentIsKnown() {
        assertThat(state()).isEqualTo(ProviderState.READY);
        provider.answerWith(502);
        provider.pass(Duration.ofSeconds(5));
        assertThat(state()).isEqualTo(ProviderState.SILENT);
        provider.answerWith(200);
        assertThat(state()).isEqualTo(ProviderState.READY);
    }

    @Test
    void signingOutDoesNotWaitForAProviderWhoseDocumentIsKnown() {
        assertThat(state()).isEqualTo(ProviderState.READY);
        provider.hang();
        provider.pass(Duration.ofMinutes(4));
        assertThat(provider.metadata().endSessionEndpoint().toCompletableFuture())
                .isCompletedWithValueMatching(end -> end.orElse("").endsWith("/end"));
    }
}
