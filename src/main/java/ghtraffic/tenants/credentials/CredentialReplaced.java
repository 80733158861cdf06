package ghtraffic.tenants.credentials;

/**
 * A tenant has another GitHub credential. The event is fired in the transaction that stores it, after GitHub accepted it.
 *
 * <p>An observer that throws an exception rolls the replacement back. What an observer does outside the database belongs in
 * {@link jakarta.enterprise.event.TransactionPhase#AFTER_SUCCESS}.
 *
 * @param tenant the number of the tenant
 */
public record CredentialReplaced(int tenant) {}
