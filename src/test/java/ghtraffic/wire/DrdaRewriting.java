package ghtraffic.wire;

import java.util.List;

/** What one direction of a connection does with the messages that pass. */
interface DrdaRewriting {
    /** The messages to send on now in place of this one; none while it is held back for a later one. */
    List<DrdaMessage> pass(DrdaMessage message);
}
