package ghtraffic.limits;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the body of another server's response as UTF-8 text, and fails if it is larger than expected. */
public final class BoundedBody implements HttpResponse.BodySubscriber<String> {

    private final HttpResponse.BodySubscriber<String> text =
            HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
    private final int mostBytes;
    private final Supplier<IOException> tooLarge;
    private Flow.@Nullable Subscription subscription;
    private long bytes;

    /**
     * Reads one body.
     *
     * @param mostBytes how large it may be
     * @param tooLarge creates the failure of one that is larger
     */
    public BoundedBody(int mostBytes, Supplier<IOException> tooLarge) {
        this.mostBytes = mostBytes;
        this.tooLarge = tooLarge;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        text.onSubscribe(newSubscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (bytes > mostBytes) {
            return;
        }
        bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > mostBytes && subscription != null) {
            subscription.cancel();
            text.onError(tooLarge.get());
        } else {
            text.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.onError(failure);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
