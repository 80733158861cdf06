package ghtraffic.identity.users;

import ghtraffic.identity.EmailAddress;
import ghtraffic.identity.Role;
import ghtraffic.lists.Page;
import ghtraffic.lists.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists users with their grants, as administrators see them. */
@ApplicationScoped
public class Users {

    private static final String MATCHING = " where locate(" + SearchText.parameter(1, SearchText.LONGEST_ADDRESS)
            + ", lower(u.email || ' ' || u.auser)) > 0";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Grants grants;

    /**
     * Returns one page of the users, in the order of their addresses.
     *
     * @param search a part of the name or the address, in any case; empty for all users. Only the first 255 characters
     *     are used
     */
    @Transactional
    public Page<UserItem> page(String search, int page, int size) {
        String text = SearchText.cut(search, SearchText.LONGEST_ADDRESS).toLowerCase(Locale.ROOT);
        String from = " from adminusers u" + (text.isEmpty() ? "" : MATCHING);
        Number total = (Number)
                with(entities.createNativeQuery("select count(*)" + from), text).getSingleResult();
        List<?> found = with(
                        entities.createNativeQuery(
                                "select u.*" + from + " order by lower(u.email), u.aid" + Page.rows(page, size),
                                User.class),
                        text)
                .getResultList();
        return new Page<>(people(found.stream().map(User.class::cast).toList()), page, size, total.longValue());
    }

    private static Query with(Query query, String text) {
        return text.isEmpty() ? query : query.setParameter(1, text);
    }

    /** Returns the user with this number. */
    @Transactional
    public Optional<UserItem> of(int id) {
        User user = entities.find(User.class, id);
        return user == null
                ? Optional.empty()
                : Optional.of(people(List.of(user)).get(0));
    }

    /** Returns the addresses of these users, by number. Unknown numbers are absent. */
    @Transactional
    public Map<Integer, String> addresses(Collection<Integer> ids) {
        Map<Integer, String> addresses = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select u from User u where u.id in :ids", User.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(user -> addresses.put(user.id(), EmailAddress.normal(user.email())));
        }
        return addresses;
    }

    private List<UserItem> people(List<User> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        List<Integer> ids = users.stream().map(User::id).toList();
        Map<Integer, Integer> sums = sums(ids);
        Map<Integer, List<Grant>> granted = grants.ofUsers(ids);
        Set<String> known = known(
                users.stream().map(user -> EmailAddress.normal(user.email())).toList());
        return users.stream()
                .map(user -> new UserItem(
                        user.id(),
                        user.name(),
                        EmailAddress.normal(user.email()),
                        user.isDisabled(),
                        known.contains(EmailAddress.normal(user.email())),
                        Role.ofSum(sums.getOrDefault(user.id(), 0)).stream()
                                .filter(role -> !role.isGrantedInATenant())
                                .map(Role::group)
                                .toList(),
                        granted.getOrDefault(user.id(), List.of())))
                .toList();
    }

    private Map<Integer, Integer> sums(Collection<Integer> ids) {
        Map<Integer, Integer> sums = new HashMap<>();
        entities.createQuery("select r from UserRoles r where r.user in :ids", UserRoles.class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(roles -> sums.put(roles.user(), roles.sum()));
        return sums;
    }

    private Set<String> known(Collection<String> emails) {
        return new HashSet<>(
                entities.createQuery("select i.email from Identity i where i.email in :emails", String.class)
                        .setParameter("emails", emails)
                        .getResultList());
    }
}
