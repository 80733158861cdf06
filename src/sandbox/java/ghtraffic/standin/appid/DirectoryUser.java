package ghtraffic.standin.appid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The sample users of the Cloud Directory. They have the same addresses and password as those of the sandbox's own provider. */
enum DirectoryUser {
    ADMIN("Ada Admin", true),
    VIEWER("Vera Viewer", true),
    STRANGER("Stan Stranger", true),
    /** Has not verified the address. */
    UNVERIFIED("Una Unverified", false);

    private static final String PASSWORD = "sandbox";

    private final String fullName;
    private final boolean verified;

    DirectoryUser(String fullName, boolean verified) {
        this.fullName = fullName;
        this.verified = verified;
    }

    /** Returns the user with this address and password, or empty if no user has both. */
    static Optional<DirectoryUser> of(String email, String password) {
        return Arrays.stream(values())
                .filter(user -> user.email().equals(email) && PASSWORD.equals(password))
                .findFirst();
    }

    String email() {
        return name().toLowerCase(Locale.ROOT) + "@example.com";
    }

    String fullName() {
        return fullName;
    }

    boolean isVerified() {
        return verified;
    }

    /** Returns who the user is for applications, the same after each start. */
    String subject() {
        return id("user");
    }

    /** Returns who the user is in the Cloud Directory. */
    String directoryId() {
        return id("directory");
    }

    private String id(String kind) {
        return UUID.nameUUIDFromBytes((kind + " " + email()).getBytes(UTF_8)).toString();
    }
}
