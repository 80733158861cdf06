package ghtraffic.wire;

import java.util.List;

/** Rewrites the messages of one direction of a connection. */
interface DrdaRewriting {
    /** Returns the messages to send now in place of this one; none while it is held back for a later one. */
    List<DrdaMessage> pass(DrdaMessage message);
}
