package ghtraffic.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReportTest {

    private static final String REFERENCE = "7QX2";

    @ParameterizedTest
    @CsvSource({
        "400, The request cannot be read",
        "401, Signing in did not work",
        "403, This is not for you",
        "404, There is nothing here",
        "405, There is nothing here",
        "413, This is too large",
        "500, Something failed here",
        "503, Something failed here"
    })
    void eachStatusKeepsItsNumberAndSaysWhatHappened(int status, String title) {
        ErrorReport report = report(status, null, null);
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.title()).hasToString(title);
        assertThat(report.what().english()).isNotBlank();
        assertThat(report.reference()).isEqualTo(REFERENCE);
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheDatabase")
    void aFailureOfTheDatabaseIsToldAsOneWhateverWrapsIt(Throwable failure) {
        ErrorReport report = report(500, null, failure);
        assertThat(report.status()).isEqualTo(503);
        assertThat(report.title()).hasToString("The database cannot be reached");
    }

    private static Stream<Throwable> failuresOfTheDatabase() {
        SQLException lost = new SQLException("connection lost", "08001");
        return Stream.of(
                lost,
                new PersistenceException(new SQLTransientConnectionException("no connection")),
                new IllegalStateException(new IllegalArgumentException(lost)));
    }

    @Test
    void aFailureThatTheNextTryMayNotMeetIsToldAsOne() {
        ErrorReport report = report(500, null, new PersistenceException(new SQLException("deadlock", "40001")));
        assertThat(report.status()).isEqualTo(503);
        assertThat(report.title()).hasToString("The database is busy");
    }

    @ParameterizedTest
    @MethodSource("failuresOfOurOwn")
    void anotherFailureIsNotBlamedOnTheDatabase(Throwable failure) {
        ErrorReport report = report(500, "boom", failure);
        assertThat(report.status()).isEqualTo(500);
        assertThat(report.title()).hasToString("Something failed here");
    }

    private static Stream<Throwable> failuresOfOurOwn() {
        return Stream.of(
                new IllegalStateException("boom"),
                new PersistenceException("boom"),
                new PersistenceException(new SQLException("duplicate", "23505")));
    }

    @Test
    void aProviderThatDoesNotAnswerIsNamed() {
        ErrorReport report = report(503, ErrorKey.NO_PROVIDER, null);
        assertThat(report.status()).isEqualTo(503);
        assertThat(report.title()).hasToString("The identity provider does not answer");
        assertThat(report.isPassing()).isTrue();
        assertThat(report(500, "boom", null).isPassing()).isFalse();
    }

    @Test
    void nobodyIsToldToTryAgainWhereOnlyTheOperatorHelps() {
        ErrorReport report = report(503, ErrorKey.UNTRUSTED_PROVIDER, null);
        assertThat(report.status()).isEqualTo(503);
        assertThat(report.what().english()).contains("certificate");
        assertThat(report.english()).contains("operator").doesNotContainIgnoringCase("again");
        assertThat(report.isPassing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ErrorKey.UNVERIFIED, ErrorKey.WITHOUT_EMAIL})
    void whoIsRefusedForHisAddressReadsWhatToDo(String message) {
        ErrorReport report = report(403, message, null);
        assertThat(report.title().english()).startsWith("Your e-mail address is not");
        assertThat(report.what().english()).startsWith("Your identity provider");
        assertThat(report.isShutOut()).isTrue();
        assertThat(report(403, null, null).isShutOut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500})
    void theServersOwnMessageIsNotShown(int status) {
        ErrorReport report =
                report(status, "<b>SRVE0190E: /opt/x</b>", new IllegalStateException("secret at Foo.java:7"));
        assertThat(report.toString()).doesNotContain("SRVE", "secret", "Foo.java", "<b>");
    }

    private static ErrorReport report(int status, @Nullable String message, @Nullable Throwable failure) {
        return ErrorReport.of(status, message, failure, REFERENCE);
    }
}
