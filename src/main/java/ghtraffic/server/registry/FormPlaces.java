package ghtraffic.server.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** How many forms may be read at the same time, in all and from one address. */
final class FormPlaces {

    private final Semaphore free;
    private final int mostOfAnAddress;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    FormPlaces(int most, int mostOfAnAddress) {
        free = new Semaphore(most);
        this.mostOfAnAddress = mostOfAnAddress;
    }

    /** Takes a place, if there is one. The caller gives it back once. */
    boolean take(String address) {
        if (taken.merge(address, 1, Integer::sum) <= mostOfAnAddress && free.tryAcquire()) {
            return true;
        }
        forget(address);
        return false;
    }

    void giveBack(String address) {
        forget(address);
        free.release();
    }

    private void forget(String address) {
        taken.computeIfPresent(address, (one, count) -> count == 1 ? null : count - 1);
    }
}
