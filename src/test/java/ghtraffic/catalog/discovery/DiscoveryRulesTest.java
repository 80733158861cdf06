package ghtraffic.catalog.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghtraffic.github.model.GitHubRepository;
import ghtraffic.github.model.RepositoryMetadata;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryRulesTest {

    @ParameterizedTest
    @CsvSource({
        "acme/*, acme/widgets, true",
        "ACME/*, acme/Widgets, true",
        "acme/*, acme-labs/widgets, false",
        "acme/widgets, acme/widgets, true",
        "acme/widgets, acme/widgets2, false",
        "acme/lib-*, acme/lib-json, true",
        "acme/lib-*, acme/lib-, true",
        "acme/lib-*, acme/my-lib-json, false",
        "acme/*-lib, acme/json-lib, true",
        "acme/a*b*c, acme/aXbYbZc, true",
        "acme/a*b*c, acme/aXbYbZ, false",
        "acme/a.c, acme/abc, false",
        "*/*, anyone/anything, true",
        "*/docs, anyone/DOCS, true",
    })
    void aNameIsMatchedWithStarsAndWithoutCase(String rule, String repository, boolean wanted) {
        assertThat(DiscoveryRules.parse(rule).match(called(repository))).isEqualTo(wanted);
    }

    @Test
    void anExclusionWinsWhereverItStands() {
        DiscoveryRules rules = DiscoveryRules.parse("!acme/secret-*\nacme/*\n!*/old");
        assertThat(rules.match(called("acme/widgets"))).isTrue();
        assertThat(rules.match(called("acme/secret-plans"))).isFalse();
        assertThat(rules.match(called("acme/old"))).isFalse();
        assertThat(DiscoveryRules.parse("acme/secret-plans\n!acme/*").match(called("acme/secret-plans")))
                .isFalse();
    }

    @Test
    void exclusionsAloneWantNothing() {
        assertThat(DiscoveryRules.parse("!fork").match(called("acme/widgets"))).isFalse();
        assertThat(DiscoveryRules.parse("").match(called("acme/widgets"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "!fork, true, false, false",
        "!ARCHIVED, false, true, false",
        "! private, false, false, true",
    })
    void whatARepositoryIsExcludesIt(String rule, boolean fork, boolean archived, boolean hidden) {
        DiscoveryRules rules = DiscoveryRules.parse("*/*\n" + rule);
        assertThat(rules.match(repository("acme", "widgets", fork, archived, hidden)))
                .isFalse();
        assertThat(rules.match(repository("acme", "widgets", !fork, !archived, !hidden)))
                .isTrue();
    }

    @Test
    void commentsAndBlankLinesAreLeftOut() {
        assertThat(DiscoveryRules.parse("# ours\r\n\r\n  acme/*  \n#!fork\n\t\n!Fork\n")
                        .texts())
                .containsExactly("acme/*", "!fork");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        DiscoveryRules rules = DiscoveryRules.parse("acme/lib-*\n!private\n! Acme/lib-old\n*/*");
        assertThat(DiscoveryRules.parse(rules.texts())).isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "acme/widgets/tree",
                "acme/",
                "/widgets",
                "ac*/widgets",
                "acme/wid gets",
                "!forks",
                "!",
                "acme/<b>",
                "fork",
                "https://github.com/acme/widgets",
                "!!fork",
                "acme/w\u00efdgets"
            })
    void whatIsNoRuleIsRefusedWithItsLine(String rule) {
        assertThatThrownBy(() -> DiscoveryRules.parse("acme/*\n# next\n" + rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 3: ");
    }

    @Test
    void allWrongLinesAreNamed() {
        assertThatThrownBy(() -> DiscoveryRules.parse("acme\nacme/*\n!forks\n"))
                .hasMessageStartingWith("line 1: ")
                .hasMessageContaining("; line 3: ");
    }

    @Test
    void aRuleHasAnEndAndSoHaveTheRules() {
        String longest = "acme/" + "x".repeat(250);
        assertThat(DiscoveryRules.parse(longest).texts()).containsExactly(longest);
        assertThatThrownBy(() -> DiscoveryRules.parse(longest + "x")).hasMessageContaining("255");
        List<String> most = Collections.nCopies(200, "acme/*");
        assertThat(DiscoveryRules.parse(most).rules()).hasSize(200);
        assertThatThrownBy(() -> DiscoveryRules.parse(String.join("\n", most) + "\nacme/*"))
                .hasMessage("line 201: there are at most 200 rules");
    }

    @Test
    void aPatternFullOfStarsIsDecidedAtOnce() {
        String stars = "acme/" + "a*".repeat(120) + "b";
        assertThat(DiscoveryRules.parse(stars).match(called("acme/" + "a".repeat(100))))
                .isFalse();
    }

    private static GitHubRepository called(String fullName) {
        String[] parts = fullName.split("/");
        return repository(parts[0], parts[1], false, false, false);
    }

    private static GitHubRepository repository(
            String owner, String name, boolean fork, boolean archived, boolean hidden) {
        RepositoryMetadata facts =
                new RepositoryMetadata(null, List.of(), null, fork, archived, hidden, 0, 0, 0, 0, true);
        return new GitHubRepository(1, owner, "Organization", name, Instant.EPOCH, facts);
    }
}
