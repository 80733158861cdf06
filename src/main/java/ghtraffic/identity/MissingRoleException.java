package ghtraffic.identity;

/** The request needs a role that the viewer does not have. */
public class MissingRoleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingRoleException(Role role) {
        super("This needs the role " + role.group());
    }
}
