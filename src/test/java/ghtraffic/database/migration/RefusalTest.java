package ghtraffic.database.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the application must not start, and what it says then. */
class RefusalTest {
    private static final String MIGRATIONS = "classpath:db/migration";

    @ParameterizedTest
    @EnumSource
    void refusesToStartWithoutMigrations(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = kind.open()) {
            assertThatThrownBy(() ->
                            new SchemaMigration(database.dataSource(), "classpath:db/nothing", wait -> {}).migrate())
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("No migration was found under classpath:db/nothing")
                    .hasMessageContaining("flyway.location");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesHalfADatabase(EmptyDatabase.Kind kind) throws Exception {
        try (EmptyDatabase database = kind.open()) {
            database.run("create table repos (rid int not null)", "create table tenants (tid int not null)");
            assertThatThrownBy(() -> SchemaMigration.migrate(database.dataSource()))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("Missing: adminroles, adminrolevalues, admintenantreporoles, adminusers");
            assertThat(database.rows("select count(*) from repos")).containsExactly("0");
        }
    }

    @Test
    void anUnreachableDatabaseIsTriedAFewTimes() {
        List<Duration> waits = new ArrayList<>();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:absent;IFEXISTS=TRUE");
        source.setPassword("secret-word");
        assertThatThrownBy(() -> new SchemaMigration(source, MIGRATIONS, waits::add).migrate())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("DB2_URI")
                .hasMessageNotContaining("secret-word");
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void aRefusedPasswordIsNotTriedAgain() throws Exception {
        try (EmptyDatabase database = EmptyDatabase.Kind.H2.open()) {
            database.run("create user somebody password 'right' admin");
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(((JdbcDataSource) database.dataSource()).getURL());
            source.setUser("somebody");
            source.setPassword("wrong-word");
            assertThatThrownBy(() -> new SchemaMigration(source, MIGRATIONS, wait -> {
                                throw new AssertionError("It waited");
                            })
                            .migrate())
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("refused user or password")
                    .hasMessageNotContaining("wrong-word");
        }
    }
}
