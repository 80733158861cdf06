package ghtraffic.catalog.discovery;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which repositories a tenant tracks without being asked.
 *
 * @param rules in the order in which they were written
 */
record DiscoveryRules(List<DiscoveryRule> rules) {

    /** The most rules that may be written. */
    public static final int MOST = 200;

    /** Keeps a copy. */
    public DiscoveryRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads one rule of each line; blank lines and those that begin with {@code #} are left out.
     *
     * @throws IllegalArgumentException with a message for people that names the first line, from 1, that is no rule
     */
    public static DiscoveryRules parse(String text) {
        return parse(text.lines().toList());
    }

    /** The same of lines that are apart. */
    public static DiscoveryRules parse(List<String> lines) {
        List<DiscoveryRule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                rules.add(DiscoveryRule.parse(line));
            } catch (InvalidInput e) {
                throw new InvalidInput(Message.of("rule.inLine", i + 1, e.what()), e);
            }
            if (rules.size() > MOST) {
                throw new InvalidInput(Message.of("rule.inLine", i + 1, Message.of("rule.most", MOST)));
            }
        }
        return new DiscoveryRules(rules);
    }

    /** Whether an including rule matches and no excluding one does. */
    public boolean wants(GitHubRepository repository) {
        return wants(DiscoveryCandidate.of(repository));
    }

    boolean wants(DiscoveryCandidate repository) {
        return rules.stream().anyMatch(rule -> !rule.excludes() && rule.matches(repository))
                && rules.stream().noneMatch(rule -> rule.excludes() && rule.matches(repository));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** These, and one at the end. */
    DiscoveryRules and(DiscoveryRule rule) {
        return new DiscoveryRules(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** Each rule as it is written. */
    public List<String> texts() {
        return rules.stream().map(DiscoveryRule::toString).toList();
    }
}
