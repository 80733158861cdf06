package ghtraffic.identity.users;

import ghtraffic.messages.Message;

/** What became of the change of a user. */
public sealed interface UserChangeOutcome {

    /** It is done. */
    record Done(int user) implements UserChangeOutcome {}

    /** There is somebody with this address already; nothing was changed. */
    record KnownAlready(int user) implements UserChangeOutcome {}

    /** There is no such user. */
    record Unknown() implements UserChangeOutcome {}

    /** Nobody else administers; nothing was changed. */
    record LastAdministrator() implements UserChangeOutcome {

        /** Why, for people. */
        public static final Message REASON = Message.of("user.lastAdministrator");
    }
}
