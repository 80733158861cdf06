package ghtraffic.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Giving others a part of the view. */
@ApplicationScoped
public class Grants {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Users users;

    @Inject
    private AuthenticationCache authenticationCache;

    /**
     * Lets somebody see one repository of a tenant; doing it twice changes nothing. The caller has seen to it that the
     * viewer may give this grant and that the tenant tracks the repository.
     *
     * @param email whose sign-in is to see it, known here or not
     * @return false when this is no e-mail address
     */
    @Transactional
    public boolean letSee(String email, int tenant, int repository) {
        String address = EmailAddress.normal(email);
        if (!EmailAddress.looksLikeOne(address)) {
            return false;
        }
        User user = users.withEmail(address).stream().findFirst().orElseGet(() -> {
            User added = new User(address, address);
            entities.persist(added);
            entities.flush();
            return added;
        });
        List<?> existing = entities.createNativeQuery(
                        "select aid from admintenantreporoles where aid = ?1 and tid = ?2 and rid = ?3 and role = ?4")
                .setParameter(1, user.id())
                .setParameter(2, tenant)
                .setParameter(3, repository)
                .setParameter(4, Role.REPOSTATS.bit())
                .getResultList();
        if (existing.isEmpty()) {
            entities.createNativeQuery("insert into admintenantreporoles (aid, tid, rid, role) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, user.id())
                    .setParameter(2, tenant)
                    .setParameter(3, repository)
                    .setParameter(4, Role.REPOSTATS.bit())
                    .executeUpdate();
            authenticationCache.clear();
        }
        return true;
    }

    /** Takes back what was granted on one repository of a tenant, because that is gone. */
    @Transactional
    public void forget(int tenant, int repository) {
        entities.createNativeQuery("delete from admintenantreporoles where tid = ?1 and rid = ?2")
                .setParameter(1, tenant)
                .setParameter(2, repository)
                .executeUpdate();
    }
}
