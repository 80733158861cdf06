package ghtraffic.catalog;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.util.regex.Pattern;

/**
 * A repository's full name.
 *
 * @param owner a GitHub user or organisation: letters, digits and hyphens, at most 39
 * @param name letters, digits, {@code .}, {@code -} and {@code _}, at most 100
 */
public record RepositoryName(String owner, String name) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])){0,38}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Refuses with a message for people what GitHub would not allow as a name. */
    public RepositoryName {
        if (!OWNER.matcher(owner).matches()) {
            throw new InvalidInput(Message.of("name.owner"));
        }
        if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new InvalidInput(Message.of("name.repository"));
        }
    }

    /**
     * Reads {@code owner/name}; a pasted address of the repository on GitHub works too.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static RepositoryName parse(String text) {
        String path = text.strip()
                .replaceFirst("^https?://(www\\.)?github\\.com/", "")
                .replaceFirst("(\\.git)?/?$", "");
        String[] parts = path.split("/", -1);
        if (parts.length != 2) {
            throw new InvalidInput(Message.of("name.form"));
        }
        return new RepositoryName(parts[0], parts[1]);
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
