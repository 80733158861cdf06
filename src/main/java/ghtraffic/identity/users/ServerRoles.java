package ghtraffic.identity.users;

import ghtraffic.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores the roles of users on the whole server. Their table holds them in one sum with the roles of the grants. */
@ApplicationScoped
class ServerRoles {

    @PersistenceContext
    private EntityManager entities;

    /** Returns the roles that a user has on the whole server. */
    Set<Role> ofServer(int user) {
        UserRoles stored = entities.find(UserRoles.class, user);
        return Role.ofSum(stored == null ? 0 : stored.sum()).stream()
                .filter(role -> !role.isGrantedInATenant())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    void store(int user, Set<Role> ofServer, Set<Role> granted) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(ofServer);
        all.addAll(granted);
        int sum = all.stream().mapToInt(Role::bit).sum();
        UserRoles stored = entities.find(UserRoles.class, user);
        if (stored == null) {
            entities.persist(new UserRoles(user, sum));
        } else {
            stored.setSum(sum);
        }
    }
}
