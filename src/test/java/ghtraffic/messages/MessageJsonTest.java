package ghtraffic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are stored as keys and arguments, and read in any language. */
class MessageJsonTest {

    private static final int ROOM = 2_000;

    static List<Message> messages() {
        return List.of(
                Message.of("said.reason.noToken"),
                Message.of("said.reason.gitHub.refuses", "“no”; \\ {0} 'it' <b> \n ü 😀"),
                Message.of("said.reason.discovery.found", 12_345, 2, 0),
                Message.of("said.audit.tenantNumber", 9_000_000_000L),
                Message.of("said.audit.tenantNumber", 1.5),
                Message.of("said.audit.tokenUntil", "x", LocalDate.of(2026, 1, 31)),
                Message.of("said.reason.gitHub.limit", Instant.parse("2026-01-31T12:30:00.123Z")),
                Message.of("said.reason.gitHub.badApp", Message.of("said.reason.gitHub.noMessage")),
                Message.of("reason.part", List.of(Message.of("Part.VIEWS"), Message.of("Part.CLONES")), "no"),
                Message.listed(List.of(Message.of("Role.ADMIN"), Message.plain("Bob"))),
                Message.of("said.audit.repositories", List.of("1", "2")),
                Message.plain("no roles"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsWrittenIsRead(Message message) {
        assertThat(MessageJson.read(written(message, ROOM))).contains(message);
    }

    @Test
    void whatIsWrittenIsCompact() {
        assertThat(MessageJson.write(Message.of("said.reason.noToken"), ROOM))
                .isEqualTo("{\"key\":\"said.reason.noToken\"}");
        assertThat(MessageJson.write(
                        Message.of("said.audit.tokenUntil", List.of(Message.of("Scope.READ")), LocalDate.EPOCH), ROOM))
                .isEqualTo("{\"key\":\"said.audit.tokenUntil\",\"arguments\":"
                        + "[[{\"key\":\"Scope.READ\"}],{\"day\":\"1970-01-01\"}]}");
    }

    @Test
    void anArgumentThatReadsLikeASentenceStaysAsItIs() {
        Message message = Message.of("said.reason.gitHub.status", 500, "The tenant has no GitHub token");
        assertThat(Message.said("reason", message.english()).in(Locale.GERMAN)).doesNotContain("The tenant");
        assertThat(read(written(message, ROOM)).in(Locale.GERMAN))
                .isEqualTo("GitHub antwortete mit Status 500 (The tenant has no GitHub token)");
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 200, 300, 700, 2_000})
    void longTextsAreShortened(int bytes) {
        for (String letter : List.of("x", "ü", "😀", "\"", "\n")) {
            Message message =
                    Message.of("said.reason.gitHub.refusesPermission", letter.repeat(3_000), "Metadata: read");
            String json = written(message, bytes);
            assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(bytes / 2, bytes);
            assertThat(read(json).in(Locale.GERMAN))
                    .startsWith("GitHub lehnt ab: " + letter)
                    .contains("…", "Metadata: read");
        }
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int bytes = 200; bytes < 240; bytes++) {
            String json = written(Message.of("said.audit.token", "x" + "😀".repeat(100)), bytes);
            assertThat(read(json).english()).matches("token “x(😀)+…”");
        }
    }

    @Test
    void allPartsOfALongReasonAreKept() {
        Message all = IntStream.range(0, 8)
                .mapToObj(part -> Message.of(
                        "reason.part",
                        List.of(Message.of("Part.WEEKLY_CLONES")),
                        Message.of("said.reason.gitHub.status", 500 + part, "x".repeat(500))))
                .reduce((one, next) -> Message.of("reason.and", one, next))
                .orElseThrow();
        assertThat(read(written(all, ROOM)).in(Locale.GERMAN)).contains("Status 500 (x", "Status 507 (x", "x…)");
    }

    @Test
    void longListsLoseTheirLastItems() {
        List<String> ids =
                IntStream.range(1_000, 2_000).mapToObj(String::valueOf).toList();
        String json = written(Message.of("said.audit.repositories", ids), 700);
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(500, 700);
        assertThat(read(json).in(Locale.GERMAN))
                .startsWith("Repositorys 1000, 1001, ")
                .endsWith(", …");
    }

    @Test
    void whatHasNoRoomAtAllIsNotWritten() {
        assertThat(MessageJson.write(Message.of("said.audit.tenantNumber", 1), 20))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{",
                "{}",
                "[]",
                "null",
                "{\"key\":\"no.such.key\"}",
                "{\"key\":7}",
                "{\"key\":\"said\",\"arguments\":[\"reason\",\"x\"]}",
                "{\"key\":\"said.audit.tenantNumber\"}",
                "{\"key\":\"said.audit.tenantNumber\",\"arguments\":[\"no number\"]}",
                "{\"key\":\"said.audit.token\",\"arguments\":{\"a\":1}}",
                "{\"key\":\"said.audit.token\",\"arguments\":[null]}",
                "{\"key\":\"said.audit.token\",\"arguments\":[true]}",
                "{\"key\":\"said.audit.token\",\"arguments\":[{\"day\":\"2026-02-30\"}]}",
                "{\"key\":\"said.audit.token\",\"arguments\":[{\"time\":\"+1000000000-12-31T23:59:59Z\",\"x\":1}",
                "{\"key\":\"said.audit.token\",\"arguments\":[{\"time\":\"noon\"}]}",
                "{\"key\":\"said.audit.token\",\"arguments\":[{\"key\":\"no.such.key\"}]}",
                "{\"key\":\"said.audit.token\",\"arguments\":[99999999999999999999]}"
            })
    void whatCannotBeSaidIsNotRead(String json) {
        assertThat(MessageJson.read(json)).isEmpty();
        assertThat(MessageJson.read(json, "reason", "The tenant has no GitHub token")
                        .in(Locale.GERMAN))
                .isEqualTo("Der Mandant hat kein GitHub-Token");
        assertThat(MessageJson.read(json, "reason", "Something else").in(Locale.GERMAN))
                .isEqualTo("Something else");
    }

    @Test
    void depthIsNoDanger() {
        String deep = "{\"key\":\"plain\",\"arguments\":["
                + String.join("", Collections.nCopies(900, "["))
                + "1"
                + String.join("", Collections.nCopies(900, "]"))
                + "]}";
        assertThat(MessageJson.read(deep)).isEmpty();
    }

    @Test
    void aRowOfBeforeIsRecognised() {
        assertThat(MessageJson.read(null, "reason", "GitHub answered with status 500 (boom)")
                        .in(Locale.GERMAN))
                .isEqualTo("GitHub antwortete mit Status 500 (boom)");
    }

    /** As an entry of the audit log about a session that began before messages were stored. */
    @Test
    void aSentenceWithinAMessageIsKeptAsText() {
        Message session = Message.of("said.audit.session", Message.said("browser", "Firefox on Linux"));
        assertThat(read(written(session, ROOM)).in(Locale.GERMAN)).isEqualTo("Sitzung in Firefox on Linux");
    }

    private static String written(Message message, int mostBytes) {
        return Objects.requireNonNull(MessageJson.write(message, mostBytes));
    }

    private static Message read(String json) {
        return MessageJson.read(json).orElseThrow();
    }
}
