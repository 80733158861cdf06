package ghtraffic.identity;

/** Something was asked that needs a role which the viewer has not. */
public class MissingRoleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingRoleException(Role role) {
        super("This needs the role " + role.group());
    }
}
