package ghtraffic.server.registry;

import java.util.Arrays;

/** Which ways to sign in the operator trusts to verify email addresses. */
final class Vouching {

    /** Where {@code ghtraffic.server.start.ServerStart} leaves {@code EMAIL_TRUSTED_FROM}. */
    private static final String TRUSTED = "traffic.vouching";

    /** How {@code ghtraffic.identity.SignInProviders} begins the names of GitHub's users. */
    private static final String GITHUB = "github-user:";

    private Vouching() {}

    /** Returns whether the address of this user gives rights. */
    static boolean isFor(String user) {
        String way = user.startsWith(GITHUB) ? "github" : "openid";
        return Arrays.asList(System.getProperty(TRUSTED, "openid").split(",")).contains(way);
    }
}
