package ghtraffic.limits;

import java.util.HashMap;
import java.util.Map;

/** Counts what is going on at the same time, in all and for each address. */
public final class ConcurrentUse {

    private final int most;
    private final int mostForAnAddress;
    private final Map<String, Integer> counts = new HashMap<>();
    private int all;

    /**
     * Creates counts that are zero.
     *
     * @param most how many may go on in all
     * @param mostForAnAddress how many of them may come from one address
     */
    public ConcurrentUse(int most, int mostForAnAddress) {
        this.most = most;
        this.mostForAnAddress = mostForAnAddress;
    }

    /**
     * Counts one more, unless it would be too many.
     *
     * @return whether it may go on; then {@link #end} has to be called once
     */
    public synchronized boolean begin(ClientAddress address) {
        String network = address.network();
        int before = counts.getOrDefault(network, 0);
        if (all >= most || before >= mostForAnAddress) {
            return false;
        }
        counts.put(network, before + 1);
        all++;
        return true;
    }

    /** Counts one less. */
    public synchronized void end(ClientAddress address) {
        counts.computeIfPresent(address.network(), (network, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
