package ghtraffic.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08003", "08506", "57011", "57014", "57033", "58009"})
    void aDatabaseThatIsNotThereIsUnreachable(String state) {
        assertThat(SqlFailure.isUnreachable(failure(state))).isTrue();
        assertThat(SqlFailure.isUnreachable(new PersistenceException(new IllegalStateException(failure(state)))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("failuresToConnect")
    void aServerWithoutAConnectionToGiveIsUnreachable(Throwable failure) {
        assertThat(SqlFailure.isUnreachable(failure)).isTrue();
        assertThat(SqlFailure.isUnreachable(new PersistenceException(failure))).isTrue();
        assertThat(SqlFailure.isLocked(failure)).isFalse();
    }

    private static Stream<Throwable> failuresToConnect() {
        return Stream.of(
                new SQLTransientConnectionException("the pool is empty"),
                new SQLNonTransientConnectionException("closed"),
                new SQLRecoverableException("on another connection it may work"),
                new SQLTimeoutException("too slow"),
                new SQLException("no connection", new ResourceAllocationException("the pool is empty")),
                new ResourceException("no connection"));
    }

    @Test
    void whatABatchSaysOfItsPartsIsPrinted() {
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("the first"));
        batch.setNextException(new SQLException("the second"));
        assertThat(SqlFailure.withNext(batch).getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("the first", "the second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40003", "57033", "HYT00"})
    void whatAnotherHeldIsLocked(String state) {
        assertThat(SqlFailure.isLocked(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "22001", "42703", "28000", "HY000"})
    void aMistakeIsNeither(String state) {
        for (Throwable failure : new Throwable[] {
            failure(state), new PersistenceException(new SQLIntegrityConstraintViolationException("no", state))
        }) {
            assertThat(SqlFailure.isUnreachable(failure)).isFalse();
            assertThat(SqlFailure.isLocked(failure)).isFalse();
        }
    }

    @Test
    void aRowThatIsThereAlreadyIsADuplicate() {
        BatchUpdateException batch = new BatchUpdateException("one of several", null, new int[0]);
        batch.setNextException(failure("23505"));
        assertThat(SqlFailure.isDuplicate(failure("23505"))).isTrue();
        assertThat(SqlFailure.isDuplicate(new PersistenceException(batch))).isTrue();
        assertThat(SqlFailure.isDuplicate(failure("23503"))).isFalse();
        assertThat(SqlFailure.isDuplicate(new PersistenceException("no"))).isFalse();
    }

    @Test
    void aFailureWithoutAStateIsNeither() {
        for (Throwable failure :
                new Throwable[] {new PersistenceException("no"), new SQLException("no"), new Error("no")}) {
            assertThat(SqlFailure.isUnreachable(failure)).isFalse();
            assertThat(SqlFailure.isLocked(failure)).isFalse();
            assertThat(SqlFailure.of(failure)).isEqualTo("unknown");
        }
    }

    @Test
    void aBatchSaysItsReasonAfterwards() {
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(failure("40001"));
        assertThat(SqlFailure.isLocked(new PersistenceException(batch))).isTrue();
    }

    @Test
    void causesInACircleEnd() {
        SQLException one = failure("23505");
        one.initCause(new IllegalStateException(one));
        assertThat(SqlFailure.isUnreachable(one)).isFalse();
    }

    @Test
    void h2SaysWhatItMeans() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int primary key)");
            statement.execute("insert into t values (1)");
            assertThat(SqlFailure.isUnreachable(failed(statement, "insert into t values (1)")))
                    .isFalse();
            statement.execute("shutdown");
            assertThat(SqlFailure.isUnreachable(failed(statement, "select * from t")))
                    .isTrue();
        }
    }

    private static SQLException failed(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            return e;
        }
        throw new AssertionError(sql + " did not fail");
    }

    private static SQLException failure(String state) {
        return new SQLException("failed", state);
    }
}
