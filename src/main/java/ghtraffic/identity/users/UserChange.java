package ghtraffic.identity.users;

import ghtraffic.messages.Message;

/** What became of the change of a user. */
public sealed interface UserChange {

    /** It is done. */
    record Done(int user) implements UserChange {}

    /** There is somebody with this address already; nothing was changed. */
    record KnownAlready(int user) implements UserChange {}

    /** There is no such user. */
    record Unknown() implements UserChange {}

    /** Nobody else administers; nothing was changed. */
    record LastAdministrator() implements UserChange {

        /** Why, for people. */
        public static final Message REASON = Message.of("user.lastAdministrator");
    }
}
