package ghtraffic.identity.users;

/**
 * A user is removed. The event is fired in the transaction that removes them, so an observer that fails keeps the user.
 *
 * @param email the address of the user, normalized
 */
public record UserRemoved(String email) {}
