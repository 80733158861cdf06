package ghtraffic.catalog;

import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The full name of a repository.
 *
 * @param owner a GitHub user or organization: letters, digits, hyphens and {@code _}, at most 39 characters
 * @param name letters, digits, {@code .}, {@code -} and {@code _}, at most 100 characters
 */
public record RepositoryName(String owner, String name) {

    /** Old accounts may begin or end with a hyphen, or have two in a row. GitHub decides which of them exist. */
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_-]{1,39}");

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

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:(?:https?|ssh|git)://)?(?:git@)?(?:www\\.)?github\\.com[/:])([^/?#]+/[^/?#]+)(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * Parses {@code owner/name}, the address of any page of a repository on github.com, or one for Git.
     *
     * @throws IllegalArgumentException with a message for users
     */
    public static RepositoryName parse(String text) {
        String given = text.strip();
        Matcher address = ADDRESS.matcher(given);
        String path = address.matches() ? address.group(1) : given;
        String[] parts = path.replaceFirst("(\\.git)?/?$", "").split("/", -1);
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
