package ghtraffic.identity.users;

import ghtraffic.messages.Message;

/** The outcome of a change of a user. */
public sealed interface UserChangeOutcome {

    /** The change is stored. */
    record Done(int user) implements UserChangeOutcome {}

    /** There is already a user with this address; nothing was changed. */
    record AlreadyExists(int user) implements UserChangeOutcome {}

    /** There is no such user. */
    record Unknown() implements UserChangeOutcome {}

    /** The user is the last active administrator; nothing was changed. */
    record LastAdministrator() implements UserChangeOutcome {

        /** The reason, as a message for users. */
        public static final Message REASON = Message.of("user.lastAdministrator");
    }
}
