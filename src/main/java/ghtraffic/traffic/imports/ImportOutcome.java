package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.MergeResult;
import java.util.List;

/** How an import ended. */
sealed interface ImportOutcome {

    /**
     * All of the file is merged.
     *
     * @param read how many lines it had
     * @param recorded what they changed
     */
    record Merged(int read, MergeResult recorded) implements ImportOutcome {}

    /**
     * Nothing of the file is merged, because something is wrong with it.
     *
     * @param reason what, in words
     * @param read how many lines were read
     * @param rejected the wrong lines, at most a hundred
     */
    record Refused(String reason, int read, List<RejectedLine> rejected) implements ImportOutcome {}

    /** Nothing is merged: the file is larger than files may be. */
    record TooLarge() implements ImportOutcome {

        String reason() {
            return Message.inEnglish("said.import.tooLarge");
        }
    }

    /** Nothing is merged: the viewer may not import, or not into this repository. */
    record NotAllowed(String reason) implements ImportOutcome {}

    /** Nothing is merged: there is no such repository, as far as the viewer may know. */
    record NoRepository(int id) implements ImportOutcome {

        String reason() {
            return Message.inEnglish("said.import.noRepository", String.valueOf(id));
        }
    }
}
