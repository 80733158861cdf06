package ghtraffic.traffic.imports;

import ghtraffic.messages.Message;
import ghtraffic.traffic.daily.MergeResult;
import java.util.List;

/** The outcome of an import. */
sealed interface ImportOutcome {

    /**
     * The whole file was merged.
     *
     * @param read the number of lines, without the header
     * @param recorded what the merge changed
     * @param warnings what users should look at
     */
    record Merged(int read, MergeResult recorded, List<Message> warnings) implements ImportOutcome {}

    /**
     * Nothing was merged, because the file has errors.
     *
     * @param reason what
     * @param read how many lines were read
     * @param rejected the wrong lines, at most a hundred
     */
    record Refused(Message reason, int read, List<InvalidLine> rejected) implements ImportOutcome {}

    /** Nothing was merged, because the file is larger than 20 MB. */
    record TooLarge() implements ImportOutcome {

        Message reason() {
            return Message.of("import.reason.tooLarge");
        }
    }

    /** Nothing was merged, because the viewer may not import at all or not into this repository. */
    record NotAllowed(Message reason) implements ImportOutcome {}

    /** Nothing was merged, because the repository does not exist or the viewer may not see it. */
    record NoRepository(int id) implements ImportOutcome {

        Message reason() {
            return Message.of("import.reason.noRepository", String.valueOf(id));
        }
    }
}
