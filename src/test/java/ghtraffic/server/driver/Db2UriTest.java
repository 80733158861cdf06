package ghtraffic.server.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Db2UriTest {

    @Test
    void readsTheFormOfThePythonApplication() {
        Db2Uri uri = Db2Uri.parse("db2://me:secret@db.example.com:31198/bludb;SECURITY=SSL");
        assertThat(uri.jdbcUrl()).isEqualTo("jdbc:db2://db.example.com:31198/bludb:sslConnection=true;");
        assertThat(uri.user()).isEqualTo("me");
        assertThat(uri.password()).isEqualTo("secret");
    }

    @Test
    void takesOptionsAfterAQuestionMarkAndHandsThemOn() {
        assertThat(Db2Uri.parse("db2://me:secret@host/db?Security=SSL;currentSchema=T")
                        .jdbcUrl())
                .isEqualTo("jdbc:db2://host:50000/db:sslConnection=true;currentSchema=T;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";SECURITY=SSL",
                "?ssl=true",
                "?SSL=True",
                "?tls=true",
                "?sslmode=require",
                ";sslmode=verify-full",
                ";sslConnection=true;",
                "?authSource=admin&replicaSet=replset"
            })
    void everyWayToAskForTlsEncryptsTheConnection(String options) {
        assertThat(Db2Uri.parse("db2://me:secret@host:1/db" + options).jdbcUrl())
                .isEqualTo("jdbc:db2://host:1/db:sslConnection=true;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?ssl=false", ";sslmode=disable", "?authSource=admin&ssl=false"})
    void onlyWhoSaysSoHasNoTls(String options) {
        assertThat(Db2Uri.parse("db2://me:secret@host:1/db" + options).jdbcUrl())
                .isEqualTo("jdbc:db2://host:1/db:sslConnection=false;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?ssl=yes", "?ssl", "?tls=1", "?ssl=true&ssl=false", ";SECURITY=SSL;sslmode=disable"})
    void whatIsNotClearAboutTlsIsRefused(String options) {
        assertThatThrownBy(() -> Db2Uri.parse("db2://me:s3cret@host:1/db" + options))
                .hasMessage("DB2_URI must say of TLS either true or false");
    }

    @Test
    void anOptionThatTheDriverDoesNotKnowIsRefusedByName() {
        TrafficDriver driver = new TrafficDriver();
        for (String option : List.of("sslConection=true", "SECURITY=TLS", "sslconnection=true", "timeout=5")) {
            assertThatThrownBy(() -> driver.connect("jdbc:db2://127.0.0.1:1/db:" + option + ";", null))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("DB2_URI has options that the Db2 driver does not know: ")
                    .hasMessageContaining(option.substring(0, option.indexOf('=')));
        }
        assertThatThrownBy(() -> driver.connect("db2://me:s3cret@127.0.0.1:1/db?currentSchema=T&frob=s3cret", null))
                .hasMessage("DB2_URI has options that the Db2 driver does not know: frob");
        assertThatThrownBy(() -> driver.connect("jdbc:db2://127.0.0.1:1/db:user=u;password=p;currentSchema=T;", null))
                .as("known ones; nobody listens there")
                .hasMessageNotContaining("DB2_URI");
    }

    @Test
    void decodesThePassword() {
        assertThat(Db2Uri.parse("db2://me:p%40ss%3Aw%2Frd+1@host:1/db").password())
                .isEqualTo("p@ss:w/rd+1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db2://host:1/db",
                "db2://me@host:1/db",
                "db2://me:s3cret@host:1",
                "db2://me:s3cret@host:1/",
                "db2://me:s3cret@host:port/db",
                "db2://me:s3cr et@host:1/db"
            })
    void refusesWhatIsNoneWithoutTellingThePassword(String text) {
        assertThatThrownBy(() -> Db2Uri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DB2_URI")
                .hasMessageNotContainingAny("s3cret", "s3cr et");
    }

    @ParameterizedTest
    @ValueSource(strings = {";SECURITY=SSL\n", ";SECURITY=SSL ", "?x=1; security=ssl\r\n"})
    void spaceRoundAnOptionDoesNotCostTheEncryption(String options) {
        assertThat(Db2Uri.parse("db2://me:s3cret@host:1/db" + options).jdbcUrl())
                .contains("sslConnection=true;")
                .doesNotContainPattern("\\s");
    }

    @Test
    void aLineFeedAtTheEndIsNoPartOfTheAddress() {
        assertThat(Db2Uri.parse(" db2://me:s3cret@host:1/db\n").jdbcUrl()).isEqualTo("jdbc:db2://host:1/db");
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(Db2Uri.parse("db2://me:s3cret@host:1/db")).hasToString("jdbc:db2://host:1/db");
    }
}
