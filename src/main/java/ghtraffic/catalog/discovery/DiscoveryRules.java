package ghtraffic.catalog.discovery;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.messages.InvalidInput;
import ghtraffic.messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The discovery rules of a tenant.
 *
 * @param rules in the order in which they were written
 */
record DiscoveryRules(List<DiscoveryRule> rules) {

    /** The maximum number of rules. */
    public static final int MOST = 200;

    private static final int MOST_NAMED = 10;

    /** Copies the list. */
    public DiscoveryRules {
        rules = List.copyOf(rules);
    }

    /**
     * Parses one rule from each line. Blank lines and those that begin with {@code #} are ignored.
     *
     * @throws IllegalArgumentException with a message for users that names the invalid lines, at most ten; lines count from 1
     */
    public static DiscoveryRules parse(String text) {
        return parse(text.lines().toList());
    }

    /** Parses one rule from each element, as {@link #parse(String)} does from each line. */
    public static DiscoveryRules parse(List<String> lines) {
        List<DiscoveryRule> rules = new ArrayList<>();
        List<Message> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                rules.add(DiscoveryRule.parse(line));
            } catch (InvalidInput e) {
                wrong.add(Message.of("rule.inLine", i + 1, e.what()));
            }
            if (rules.size() > MOST) {
                wrong.add(Message.of("rule.inLine", i + 1, Message.of("rule.most", MOST)));
                break;
            }
        }
        wrong.stream()
                .limit(MOST_NAMED)
                .reduce((one, next) -> Message.of("reason.and", one, next))
                .ifPresent(all -> {
                    throw new InvalidInput(all);
                });
        return new DiscoveryRules(rules);
    }

    /** Returns whether a rule includes the repository and no rule excludes it. */
    public boolean match(GitHubRepository repository) {
        return match(DiscoveryCandidate.of(repository));
    }

    boolean match(DiscoveryCandidate repository) {
        return rules.stream().anyMatch(rule -> !rule.excludes() && rule.matches(repository))
                && rules.stream().noneMatch(rule -> rule.excludes() && rule.matches(repository));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Returns these rules with one more at the end. */
    DiscoveryRules and(DiscoveryRule rule) {
        return new DiscoveryRules(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** Returns each rule as text. */
    public List<String> texts() {
        return rules.stream().map(DiscoveryRule::toString).toList();
    }
}
