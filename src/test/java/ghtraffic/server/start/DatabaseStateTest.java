package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.database.migration.SchemaMigration;
import ghtraffic.messages.Message;
import ghtraffic.wire.WireDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseStateTest {

    private static final DatabaseState.Pause NONE = wait -> {
        throw new AssertionError("It waited");
    };

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatIsAsItShouldBeIsFine() throws Exception {
        DataSource source = memory();
        assertThat(state(source)).as("new").isEmpty();
        SchemaMigration.migrate(source);
        assertThat(state(source)).as("migrated").isEmpty();
        try (WireDatabase wire = new WireDatabase()) {
            assertThat(state(wire.dataSource())).as("new, IBM's driver").isEmpty();
            SchemaMigration.migrate(wire.dataSource());
            assertThat(state(wire.dataSource())).as("migrated, IBM's driver").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "success" = false                | The migration 3 of the database failed before | Die Migration 3 der Datenbank ist früher
            "checksum" = 7                   | The migration 3 of the database differs       | Die Migration 3 der Datenbank ist anders
            "version" = '9999', "script" = 'V9999__x.sql' | The database is newer than this version, it has the migration 9999 | Die Datenbank ist neuer""")
    void aHistoryThatDoesNotFitIsNamedWithTheRemedy(String change, String english, String german) throws Exception {
        DataSource source = memory();
        SchemaMigration.migrate(source);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update \"flyway_schema_history\" set " + change + " where \"version\" = '3'");
        }
        Finding finding = state(source).orElseThrow();
        assertThat(finding.heals()).isFalse();
        assertThat(finding.sentence()).startsWith(english).contains("restore the backup");
        assertThat(Message.said("notice", finding.sentence()).in(Locale.GERMAN)).startsWith(german);
    }

    @Test
    void tablesOfAnEarlierApplicationThatAreMissingAreNamed() throws Exception {
        try (WireDatabase wire = new WireDatabase()) {
            for (DataSource source : List.of(memory(), wire.dataSource())) {
                try (Connection connection = source.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create table repos (rid int)");
                    statement.execute("create table something (id int)");
                }
                Finding finding = state(source).orElseThrow();
                assertThat(finding.heals()).isFalse();
                assertThat(finding.sentence())
                        .contains("not adminroles, adminrolevalues, admintenantreporoles, ", "tenants: create these")
                        .doesNotContain(" repos,");
                assertThat(Message.said("notice", finding.sentence()).in(Locale.GERMAN))
                        .startsWith("Die Datenbank hat nur einen Teil");
            }
        }
    }

    @Test
    void aDatabaseThatIsLateIsTriedAFewTimesAndMayHeal() {
        List<Duration> waits = new ArrayList<>();
        Finding finding = DatabaseState.finding(
                        () -> {
                            throw new SQLException("It is down at db.example.com", "08001");
                        },
                        false,
                        waits::add)
                .orElseThrow();
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
        assertThat(finding.heals()).isTrue();
        assertThat(finding.sentence()).contains("cannot be reached", "DB2_URI").doesNotContain("db.example.com");
    }

    @Test
    void aWrongPasswordOrAddressIsNotTriedAgain() {
        assertThat(failing(new SQLException("no", "28000"))).contains("refuses user or password");
        assertThat(failing(new SQLException("no", "08001", new IllegalArgumentException("p@ss"))))
                .contains("DB2_URI cannot be read")
                .doesNotContain("p@ss");
    }

    @Test
    void anAddressThatNoDriverKnowsIsNamed() {
        Driver knowsNone = (Driver) Proxy.newProxyInstance(
                Driver.class.getClassLoader(), new Class<?>[] {Driver.class}, (proxy, method, arguments) -> null);
        assertThat(DatabaseState.finding(() -> DatabaseState.open(knowsNone, "mysql://u:p@ss@host/x"), false, NONE))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.heals()).isFalse();
                    assertThat(finding.sentence())
                            .contains("DB2_URI cannot be read")
                            .doesNotContain("p@ss");
                });
    }

    @Test
    void aCorruptedFileIsNamedAndOneInUseMayHeal() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("traffic"));
        try (Connection open = source.getConnection()) {
            assertThat(open.isValid(1)).isTrue();
        }
        assertThat(DatabaseState.finding(
                        () -> {
                            throw new SQLException("in use", "90020");
                        },
                        true,
                        wait -> {}))
                .hasValueSatisfying(finding -> assertThat(finding.heals()).isTrue());
        byte[] noise = new byte[20_000];
        Arrays.fill(noise, (byte) 'x');
        Files.write(folder.resolve("traffic.mv.db"), noise);
        assertThat(DatabaseState.finding(source::getConnection, true, NONE)).hasValueSatisfying(finding -> {
            assertThat(finding.heals()).isFalse();
            assertThat(finding.sentence())
                    .startsWith("The file of the database cannot be read")
                    .contains("backup");
        });
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        ServerFolder server =
                new ServerFolder(Map.of("DATA_DIR", file.resolve("data").toString()), folder);
        assertThat(DatabaseState.finding(server, "")).hasValueSatisfying(finding -> {
            assertThat(finding.heals()).isFalse();
            assertThat(finding.sentence()).startsWith("DATA_DIR").doesNotContain(folder.toString());
            assertThat(Message.said("notice", finding.sentence()).in(Locale.GERMAN))
                    .startsWith("In DATA_DIR");
        });
        assertThat(DatabaseState.finding(new ServerFolder(Map.of(), folder), ""))
                .isEmpty();
    }

    private static String failing(SQLException failure) {
        Finding finding = DatabaseState.finding(
                        () -> {
                            throw failure;
                        },
                        false,
                        NONE)
                .orElseThrow();
        assertThat(finding.heals()).isFalse();
        return finding.sentence();
    }

    private static Optional<Finding> state(DataSource source) {
        return DatabaseState.finding(source::getConnection, true, NONE);
    }

    private static DataSource memory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=DB2;DB_CLOSE_DELAY=-1");
        return source;
    }
}
