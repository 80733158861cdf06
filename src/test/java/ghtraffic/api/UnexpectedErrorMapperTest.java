package ghtraffic.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexpectedErrorMapperTest {

    private static final String REFERENCE = "7QX2";

    @ParameterizedTest
    @CsvSource({
        "08001, 503, The database cannot be reached",
        "57017, 503, The database cannot be reached",
        "40001, 503, Somebody else was changing the same thing",
        "23505, 500, Something failed here",
        "42703, 500, Something failed here",
    })
    void onlyWhatTheNextTryMayNotMeetIsToBeTriedAgain(String state, int status, String detail) {
        Problem problem = UnexpectedErrorMapper.problem(
                new PersistenceException(new SQLException("secret of the table", state)), REFERENCE);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail())
                .startsWith(detail)
                .endsWith("Reference " + REFERENCE)
                .doesNotContain("secret");
        assertThat(problem.detail().contains("Try again")).isEqualTo(status == 503);
    }

    @Test
    void anErrorWithoutADatabaseIsOurs() {
        assertThat(UnexpectedErrorMapper.problem(new PersistenceException("no"), REFERENCE)
                        .status())
                .isEqualTo(500);
        assertThat(UnexpectedErrorMapper.problem(new IllegalStateException("no"), REFERENCE)
                        .status())
                .isEqualTo(500);
    }
}
