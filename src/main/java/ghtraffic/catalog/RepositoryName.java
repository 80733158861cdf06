package ghtraffic.catalog;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.util.regex.Pattern;

/**
 * The full name of a repository.
 *
 * @param owner a GitHub user or organization: letters, digits, hyphens and {@code _}, at most 39 characters
 * @param name letters, digits, {@code .}, {@code -} and {@code _}, at most 100 characters
 */
public record RepositoryName(String owner, String name) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])){0,38}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException when GitHub would not allow one of them, with a message for users
     */
    public RepositoryName {
        if (!OWNER.matcher(owner).matches()) {
            throw new InvalidInput(Message.of("name.owner"));
        }
        if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new InvalidInput(Message.of("name.repository"));
        }
    }

    /**
     * Parses {@code owner/name} or the address of a repository on github.com.
     *
     * @throws IllegalArgumentException with a message for users
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
