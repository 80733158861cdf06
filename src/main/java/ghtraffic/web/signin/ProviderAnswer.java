package ghtraffic.web.signin;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a request wait for the provider without a thread. */
final class ProviderAnswer {

    private static final String ANSWER = ProviderAnswer.class.getName();

    private ProviderAnswer() {}

    /**
     * Returns the answer if it is there. Otherwise the servlet has to return at once; the container calls it again when
     * the answer is there.
     *
     * @param stage the answer, never null; the stage must not fail
     */
    static <T> Optional<T> of(HttpServletRequest request, CompletionStage<T> stage) {
        return of(request, () -> stage);
    }

    /** Does the same, and asks only if the answer is not there. */
    static <T> Optional<T> of(HttpServletRequest request, Supplier<CompletionStage<T>> question) {
        @SuppressWarnings("unchecked")
        @Nullable
        T answer = (T) request.getAttribute(ANSWER);
        if (answer != null) {
            return Optional.of(answer);
        }
        CompletableFuture<T> future = question.get().toCompletableFuture();
        if (future.isDone()) {
            return Optional.of(future.join());
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        future.thenAccept(arrived -> {
            request.setAttribute(ANSWER, arrived);
            context.dispatch();
        });
        return Optional.empty();
    }

    /** Returns whether the container calls the servlet again because the answer has arrived. */
    static boolean hasArrived(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ASYNC;
    }
}
