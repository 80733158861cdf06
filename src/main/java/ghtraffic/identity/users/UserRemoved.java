package ghtraffic.identity.users;

/**
 * A user is being deleted. The event is fired in the same transaction, so the user is not deleted when an observer
 * fails.
 *
 * @param email the address of the user in normal form
 */
public record UserRemoved(String email) {}
