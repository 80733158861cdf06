package ghtraffic.tenants.credentials;

import ghtraffic.audit.AuditLog;
import ghtraffic.messages.Message;
import ghtraffic.secrets.Encryption;
import ghtraffic.secrets.Encryption.StorageForm;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Re-encrypts the GitHub credentials of all tenants. At the start it encrypts those in plain text; on demand it
 * encrypts all that are not encrypted with the current key. A row is written only while it still holds the text that
 * was read. So several servers may do this at the same time, and a credential that is replaced in the meantime is not
 * overwritten.
 */
@ApplicationScoped
class CredentialReEncryption {

    private static final Logger LOG = System.getLogger(CredentialReEncryption.class.getName());

    /**
     * The result of a re-encryption.
     *
     * @param reencrypted how many were encrypted with the current key
     * @param unreadable how many neither key can decrypt; they stay unchanged
     */
    record ReEncryption(int reencrypted, int unreadable) {}

    private record Place(String table, String column) {}

    private static final Place TOKENS = new Place("tenants", "ghtoken");
    private static final List<Place> PLACES = List.of(TOKENS, new Place("githubapps", "privatekey"));

    private record Stored(Place place, int tenant, String text) {}

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Encryption encryption;

    @Inject
    private PlainTokens plainTokens;

    @Inject
    private AuditLog audit;

    /** Runs after the key was checked and before anything else of the application starts. */
    @Transactional
    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) Startup event) {
        encryptPlainTokens();
        report(
                StorageForm.WITH_THE_KEY_BEFORE,
                "{0} credentials are still encrypted with CREDENTIAL_KEY_BEFORE. When all servers have the new key, call"
                        + " POST /api/v1/credentials/re-encryption");
        report(StorageForm.UNREADABLE, "{0} credentials cannot be read with the keys that are set here");
    }

    private void report(StorageForm keeping, String message) {
        int count = all(keeping).size();
        if (count > 0) {
            LOG.log(Level.WARNING, message, String.valueOf(count));
        }
    }

    /**
     * Encrypts the plain tokens of a database that was taken over from the former application.
     *
     * @return how many this call encrypted; another server may have encrypted others
     */
    @Transactional
    int encryptPlainTokens() {
        return all(StorageForm.PLAIN).stream()
                .filter(stored -> stored.place().equals(TOKENS))
                .mapToInt(this::encryptPlain)
                .sum();
    }

    /**
     * Encrypts with the current key all credentials that are not encrypted with it yet, all or nothing. Those that
     * neither key can decrypt stay unchanged.
     */
    @Transactional
    ReEncryption reEncrypt() {
        int reencrypted = all(StorageForm.PLAIN, StorageForm.WITH_THE_KEY_BEFORE, StorageForm.WITHOUT_A_NAME).stream()
                .mapToInt(this::encrypt)
                .sum();
        int unreadable = all(StorageForm.UNREADABLE).size();
        audit.add(
                "credentials.re-encrypt",
                Message.of("said.audit.allTenants"),
                null,
                Message.of("said.audit.reEncrypted", reencrypted, unreadable));
        return new ReEncryption(reencrypted, unreadable);
    }

    private List<Stored> all(StorageForm... kept) {
        return PLACES.stream()
                .flatMap(place -> all(place).stream())
                .filter(stored ->
                        !stored.text().isBlank() && List.of(kept).contains(encryption.storageForm(stored.text())))
                .toList();
    }

    /** Reads in the same order on all servers, so that they cannot deadlock. */
    private List<Stored> all(Place place) {
        List<?> rows = entities.createNativeQuery(
                        "select tid, %s from %s order by tid".formatted(place.column(), place.table()))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Stored(place, ((Number) row[0]).intValue(), String.valueOf(row[1])))
                .toList();
    }

    private int encryptPlain(Stored stored) {
        int encrypted = encrypt(stored);
        if (encrypted > 0) {
            plainTokens.remember(stored.tenant());
            LOG.log(
                    Level.WARNING,
                    "The GitHub token of tenant {0} was in plain text and is encrypted now; older backups still show it,"
                            + " so replace it",
                    String.valueOf(stored.tenant()));
        }
        return encrypted;
    }

    private int encrypt(Stored stored) {
        return entities.createNativeQuery("update %1$s set %2$s = ?1 where tid = ?2 and %2$s = ?3"
                        .formatted(stored.place().table(), stored.place().column()))
                .setParameter(1, encryption.encrypt(encryption.decrypt(stored.text())))
                .setParameter(2, stored.tenant())
                .setParameter(3, stored.text())
                .executeUpdate();
    }
}
