package ghtraffic.catalog.discovery;

import ghtraffic.catalog.discovery.DiscoveryCandidate.Trait;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A discovery rule. It includes the repositories that it matches, or excludes them when it begins with an exclamation
 * mark.
 */
sealed interface DiscoveryRule {

    /** The maximum length of a rule, in characters. */
    int LONGEST = 255;

    /** Returns whether the rule excludes the repositories that it matches. */
    boolean excludes();

    /** Returns whether the rule matches this repository. */
    boolean matches(DiscoveryCandidate repository);

    /**
     * A rule that matches repositories by name.
     *
     * @param excludes whether they are excluded
     * @param owner an owner, or {@code *} for all
     * @param name a name, in which {@code *} stands for any number of characters, including none
     */
    record Named(boolean excludes, String owner, String name) implements DiscoveryRule {

        @Override
        public boolean matches(DiscoveryCandidate repository) {
            return Wildcard.matches(owner, repository.owner()) && Wildcard.matches(name, repository.name());
        }

        @Override
        public String toString() {
            return (excludes ? "!" : "") + owner + "/" + name;
        }
    }

    /** A rule that excludes repositories with a trait. */
    record Without(Trait trait) implements DiscoveryRule {

        @Override
        public boolean excludes() {
            return true;
        }

        @Override
        public boolean matches(DiscoveryCandidate repository) {
            return repository.traits().contains(trait);
        }

        @Override
        public String toString() {
            return "!" + trait.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The texts that are allowed as an owner. */
    Pattern OWNER = Pattern.compile("\\*|[A-Za-z0-9_-]{1,39}");

    /** The texts that are allowed as a name. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9._*-]+");

    /**
     * Parses a rule.
     *
     * @throws IllegalArgumentException with a message for users that continues a sentence after the number of a line
     */
    static DiscoveryRule parse(String text) {
        String rule = text.strip();
        if (rule.length() > LONGEST) {
            throw new InvalidInput(Message.of("rule.tooLong", LONGEST));
        }
        boolean excludes = rule.startsWith("!");
        String what = excludes ? rule.substring(1).strip() : rule;
        if (excludes && !what.contains("/")) {
            return new Without(trait(what));
        }
        String[] parts = what.split("/", -1);
        if (parts.length != 2) {
            throw new InvalidInput(Message.of("rule.form"));
        }
        if (!OWNER.matcher(parts[0]).matches()) {
            throw new InvalidInput(Message.of("rule.owner"));
        }
        if (!NAME.matcher(parts[1]).matches()) {
            throw new InvalidInput(Message.of("rule.name"));
        }
        return new Named(excludes, parts[0], parts[1]);
    }

    private static Trait trait(String text) {
        for (Trait trait : Trait.values()) {
            if (trait.name().equalsIgnoreCase(text)) {
                return trait;
            }
        }
        throw new InvalidInput(Message.of("rule.trait"));
    }
}
