package ghtraffic.takeover;

import ghtraffic.messages.Message;
import ghtraffic.tenants.TenantItem;
import ghtraffic.tenants.Tenants;
import ghtraffic.tenants.credentials.CredentialCheck;
import ghtraffic.tenants.credentials.CredentialReplaced;
import ghtraffic.tenants.credentials.PlainTokens;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks GitHub once per start about each credential of a database that was taken over, as long as collecting waits. */
@ApplicationScoped
class CredentialReview {

    private static final Logger LOG = System.getLogger(CredentialReview.class.getName());

    /**
     * A credential that somebody should look at.
     *
     * @param tenant the number of the tenant
     * @param name the name of the tenant
     * @param warnings what is wrong, in words
     */
    public record ReviewedCredential(int tenant, String name, List<Message> warnings) {}

    @Inject
    private CollectionHold hold;

    @Inject
    private Tenants tenants;

    @Inject
    private CredentialCheck check;

    @Inject
    private PlainTokens plainTokens;

    @Resource
    private ManagedExecutorService executor;

    /** What GitHub, or the decryption, said of the credentials of these tenants. */
    private final Map<Integer, Message> refusals = new ConcurrentHashMap<>();

    private volatile boolean asking;

    void start(@Observes Startup event) {
        asking = true;
        executor.execute(this::askIfHeld);
    }

    /** Returns whether some credentials were not asked about yet. */
    boolean isAsking() {
        return asking;
    }

    private void askIfHeld() {
        try {
            if (hold.isHeld()) {
                tenants.all().stream()
                        .filter(tenant -> !tenant.credential().equals("none"))
                        .forEach(this::ask);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The GitHub credentials could not be checked", e);
        } finally {
            asking = false;
        }
    }

    /** A credential whose check fails does not keep the others from theirs. */
    private void ask(TenantItem tenant) {
        try {
            askGitHub(tenant);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The GitHub credential of tenant " + tenant.id() + " could not be checked", e);
        }
    }

    private void askGitHub(TenantItem tenant) {
        check.refusal(tenant.id()).ifPresent(reason -> {
            refusals.put(tenant.id(), reason);
            LOG.log(
                    Level.WARNING,
                    "The GitHub credential of tenant {0} cannot be used: {1}",
                    String.valueOf(tenant.id()),
                    reason.english());
        });
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialReplaced replaced) {
        refusals.remove(replaced.tenant());
    }

    /**
     * Returns the credentials with warnings, by name of the tenant. A tenant without a credential is one of them only
     * while collecting waits.
     */
    List<ReviewedCredential> withWarnings() {
        Set<Integer> plain = plainTokens.tenants();
        boolean waiting = hold.isHeld();
        return tenants.all().stream()
                .map(tenant -> new ReviewedCredential(tenant.id(), tenant.name(), warnings(tenant, plain, waiting)))
                .filter(reviewed -> !reviewed.warnings().isEmpty())
                .toList();
    }

    private List<Message> warnings(TenantItem tenant, Set<Integer> plain, boolean waiting) {
        if (tenant.credential().equals("none")) {
            return waiting ? List.of(Message.of("said.reason.noToken")) : List.of();
        }
        Message refusal = refusals.get(tenant.id());
        Message stored = Message.of("said.warning.plainToken");
        return plain.contains(tenant.id())
                ? refusal == null ? List.of(stored) : List.of(refusal, stored)
                : refusal == null ? List.of() : List.of(refusal);
    }
}
