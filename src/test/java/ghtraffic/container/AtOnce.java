package ghtraffic.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Makes calls at the same moment, as several servers or users would. */
@ApplicationScoped
public class AtOnce {

    /** The calls wait for each other, so each needs its own thread. */
    @Resource
    ManagedThreadFactory threads;

    /**
     * Runs an action several times at once, with the numbers 0, 1, ….
     *
     * @return the result of each call, or the exception that it threw, in the order of the numbers
     */
    public List<Object> call(int times, IntFunction<Object> action) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            calls.add(() -> {
                start.await(30, TimeUnit.SECONDS);
                return action.apply(number);
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(times, threads);
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> call : executor.invokeAll(calls)) {
                try {
                    answers.add(call.get());
                } catch (ExecutionException e) {
                    answers.add(e.getCause() == null ? e : e.getCause());
                }
            }
            return answers;
        } finally {
            executor.shutdownNow();
        }
    }
}
