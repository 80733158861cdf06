package ghtraffic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestClock;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.messages.Message;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries keep messages beside their English texts. */
@ExtendWith(ArquillianExtension.class)
class AuditLogIT {

    @Inject
    private AuditLog audit;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce outsideOfRequests;

    @Inject
    private TestClock clock;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.empty();
        clock.set(Instant.parse("2026-03-12T10:00:00Z"));
    }

    @Test
    void anEntryIsReadInEachLanguage() {
        Message until = Message.of(
                "said.audit.tokenUntil",
                List.of(Message.of("Scope.READ"), Message.of("Scope.ADMINISTER")),
                LocalDate.of(2026, 4, 1));
        audit.add("token.create", Message.of("said.audit.token", "CI"), null, until);
        AuditLine line = line();
        assertThat(german(line.subject())).isEqualTo("Token „CI“");
        assertThat(line.before()).isNull();
        assertThat(line.after()).isEqualTo(until);
        assertThat(line.item().subject()).isEqualTo("token “CI”");
        assertThat(line.item().after()).isEqualTo("Read traffic, Administer, until 2026-04-01");
    }

    @Test
    void theServerItselfIsNamedInEachLanguage() throws InterruptedException {
        outsideOfRequests.call(1, once -> {
            audit.add("tenant.create", Message.of("said.audit.tenant", 7, "Acme"), null, null);
            return true;
        });
        assertThat(german(line().actor())).isEqualTo(german(Message.of("said.via.server")));
        assertThat(german(line().via())).isEqualTo(german(Message.of("said.via.itself")));
        assertThat(line().item().actor()).isEqualTo("this server");
    }

    @Test
    void whatReadsLikeASentenceStaysAsItWasWritten() {
        Message tenant = Message.of("said.audit.tenant", 7, "tenant 5, no roles");
        audit.add("github-server.add", Message.plain("all tenants"), Message.plain("no roles"), tenant);
        assertThat(german(line().subject())).isEqualTo("all tenants");
        assertThat(german(line().before())).isEqualTo("no roles");
        assertThat(german(line().after())).isEqualTo("Mandant 7 („tenant 5, no roles“)");
    }

    @Test
    void anEntryOfAnEarlierVersionIsRecognised() throws SQLException {
        database.run(
                "insert into auditlog (happenedat, actor, via, address, deed, about, beforehand, afterwards) values"
                        + " ('2026-03-01 00:00:00', 'this server', 'by itself', '', 'user.roles', 'ann@example.com', 'no roles',"
                        + " 'Administrator, System maintainer')");
        assertThat(german(line().actor())).isEqualTo(german(Message.of("said.via.server")));
        assertThat(german(line().subject())).isEqualTo("ann@example.com");
        assertThat(german(line().before())).isEqualTo(german(Message.of("said.audit.noRoles")));
        assertThat(german(line().after())).isEqualTo("Administrator, Systembetreuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"key\":\"no.such.key\"}", "{\"key\":\"said.audit.tenant\"}"})
    void whatCannotBeReadIsShownInEnglish(String garbage) throws SQLException {
        audit.add("tenant.create", Message.of("said.audit.tenant", 7, "Acme"), null, null);
        database.run("update auditlog set aboutdata = '" + garbage + "'");
        assertThat(german(line().subject())).isEqualTo("tenant 7 (“Acme”)");
    }

    @Test
    void longEntriesFit() {
        List<String> ids =
                IntStream.range(1_000, 2_000).mapToObj(String::valueOf).toList();
        Message name = Message.of("said.audit.tenant", 7, "\uD83C\uDF89".repeat(1_000));
        audit.add("traffic.import", Message.of("said.audit.repositories", ids), name, Message.plain("ü".repeat(2_000)));
        assertThat(german(line().subject()))
                .startsWith("Repositorys 1000, 1001")
                .endsWith(", …");
        assertThat(german(line().before()))
                .startsWith("Mandant 7 („\uD83C\uDF89")
                .endsWith("…“)");
        assertThat(german(line().after())).isEqualTo("ü".repeat(1_000));
    }

    @Test
    void theSearchFindsTheEnglish() {
        audit.add("tenant.create", Message.of("said.audit.tenant", 7, "Acme"), null, null);
        assertThat(audit.lines("tenant 7", 0, 10).items()).hasSize(1);
        assertThat(audit.lines("Mandant 7", 0, 10).items()).isEmpty();
    }

    private AuditLine line() {
        return audit.lines("", 0, 10).items().get(0);
    }

    private static String german(@Nullable Message message) {
        return message == null ? "" : message.in(Locale.GERMAN);
    }
}
