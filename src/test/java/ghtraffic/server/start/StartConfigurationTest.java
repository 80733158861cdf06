package ghtraffic.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.messages.Message;
import ghtraffic.server.driver.Db2Uri;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All credentials here are made up. */
class StartConfigurationTest {

    private static final String APP_ID = """
            {"AppID": [{"label": "AppID", "name": "sign-in", "plan": "graduated-tier", "tags": ["security"],
              "credentials": {"clientId": "6e1f-app", "secret": "s3cret/of+appid", "tenantId": "9f0c",
                "oauthServerUrl": "https://eu-de.appid.cloud.ibm.com/oauth/v4/9f0c", "version": 4,
                "profilesUrl": "https://eu-de.appid.cloud.ibm.com"}}]}""";
    private static final String OLD_DB2 = """
            {"dashDB For Transactions": [{"name": "numbers", "credentials": {
              "db": "BLUDB", "host": "dash.example.com", "hostname": "dash.example.com", "port": 50000,
              "username": "dash15", "password": "p@ss/w#rd 1", "uri": "db2://dash15:wrong@dash.example.com:50000/BLUDB",
              "dsn": "DATABASE=BLUDB;HOSTNAME=dash.example.com;PORT=50000;PROTOCOL=TCPIP;UID=dash15;PWD=x;",
              "jdbcurl": "jdbc:db2://dash.example.com:50000/BLUDB"%s}}]}""";
    private static final String NEW_DB2 = """
            {"databases-for-db2": [{"instance_name": "numbers", "credentials": {"connection": {
              "cli": {"bin": "db2"},
              "db2": {"type": "uri", "scheme": "db2", "path": "/bludb", "database": "bludb",
                "authentication": {"method": "direct", "username": "abc12345", "password": "N0t;Real"},
                "hosts": [{"hostname": "d1.databases.example.com", "port": 30376},
                          {"hostname": "d2.databases.example.com", "port": 30377}],
                "composed": ["db2://abc12345:N0t;Real@d1.databases.example.com:30376/bludb?authSource=admin"],
                "query_options": {"authSource": "admin"}%s}}}}]}""";
    private static final String OLD_URI = "db2://dash15:p%40ss%2Fw%23rd%201@dash.example.com:";

    private final List<String> certificates = new ArrayList<>();

    private StartConfiguration read(Map<String, String> given) {
        return StartConfiguration.of(given, certificate -> {
            certificates.add(new String(certificate, StandardCharsets.UTF_8));
            return "/tmp/db2.pem";
        });
    }

    private StartConfiguration read(String variable, String json) {
        return read(Map.of(variable, json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VCAP_SERVICES", "CE_SERVICES"})
    void anAppIdBecomesTheProvider(String variable) {
        assertThat(read(variable, APP_ID).added())
                .contains(
                        Map.entry("APPID_CLIENT_ID", "6e1f-app"),
                        Map.entry("APPID_SECRET", "s3cret/of+appid"),
                        Map.entry("APPID_OAUTH_SERVER_URL", "https://eu-de.appid.cloud.ibm.com/oauth/v4/9f0c"));
    }

    private static Map<String, String> complete(String... signIn) {
        Map<String, String> given = new HashMap<>(Map.of(
                "FULL_HOSTNAME", "https://traffic.example.com",
                "CREDENTIAL_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "KEYSTORE_PASSWORD", "k",
                "LTPA_PASSWORD", "l"));
        for (String setting : signIn) {
            given.put(setting, setting.equals("EMAIL_TRUSTED_FROM") ? "openid, github" : "https://some.example.com");
        }
        return given;
    }

    @Test
    void whoSignsInWithGitHubNeedsNoOtherProvider() {
        assertThat(read(complete("GITHUB_LOGIN_CLIENT_ID", "GITHUB_LOGIN_CLIENT_SECRET"))
                        .isComplete())
                .isTrue();
        assertThat(read(complete()).missing())
                .containsExactly("APPID_OAUTH_SERVER_URL", "APPID_CLIENT_ID", "APPID_SECRET");
    }

    @Test
    void halfOfEitherWayToSignInIsNamed() {
        assertThat(read(complete("GITHUB_LOGIN_CLIENT_ID")).missing()).containsExactly("GITHUB_LOGIN_CLIENT_SECRET");
        assertThat(read(complete("GITHUB_LOGIN_CLIENT_SECRET", "APPID_CLIENT_ID"))
                        .missing())
                .containsExactly(
                        "APPID_OAUTH_SERVER_URL", "APPID_SECRET", "GITHUB_LOGIN_CLIENT_ID", "EMAIL_TRUSTED_FROM");
    }

    @Test
    void withTwoWaysToSignInTheOperatorSaysWhoseAddressesCount() {
        Map<String, String> both = complete(
                "GITHUB_LOGIN_CLIENT_ID",
                "GITHUB_LOGIN_CLIENT_SECRET",
                "APPID_OAUTH_SERVER_URL",
                "APPID_CLIENT_ID",
                "APPID_SECRET",
                "EMAIL_TRUSTED_FROM");
        assertThat(read(both).isComplete()).isTrue();
        both.put("EMAIL_TRUSTED_FROM", "everybody");
        assertThat(read(both).broken()).singleElement().asString().contains("openid, github");
        both.remove("EMAIL_TRUSTED_FROM");
        assertThat(read(both).missing()).containsExactly("EMAIL_TRUSTED_FROM");
    }

    @Test
    void theServerKnowsWhoseAddressesCount() {
        assertThat(new SignInSettings(false, true).properties("", "drawn"))
                .containsEntry("traffic.vouching", "github")
                .containsEntry("APPID_OAUTH_SERVER_URL", "https://none.invalid")
                .containsEntry("traffic.webtokens", "drawn");
        assertThat(new SignInSettings(true, true).properties("github, openid", "drawn"))
                .containsEntry("traffic.vouching", "github,openid")
                .doesNotContainKey("APPID_CLIENT_ID");
        assertThat(new SignInSettings(true, false).properties("", "drawn")).containsEntry("traffic.vouching", "openid");
    }

    @Test
    void anAppIdIsKnownByItsOtherSpellingsToo() {
        StartConfiguration configuration = read("VCAP_SERVICES", """
                {"user-provided": [{"name": "mail", "credentials": {"uri": "smtp://u:p@mail.example.com"}},
                  {"name": "login", "credentials": {"client_id": "c", "client_secret": "s",
                   "oauth_server_url": "https://provider.example.com/t/"}}]}""");
        assertThat(configuration.added()).containsEntry("APPID_OAUTH_SERVER_URL", "https://provider.example.com/t");
        configuration = read("CE_SERVICES", """
                {"appid": [{"credentials": {"clientId": "c", "secret": "s",
                  "discoveryEndpoint": "https://provider.example.com/t/.well-known/openid-configuration"}}]}""");
        assertThat(configuration.added()).containsEntry("APPID_OAUTH_SERVER_URL", "https://provider.example.com/t");
    }

    @Test
    void anOldDb2IsReachedWithTlsWhateverAddressItHas() {
        String jdbc = ",\"ssljdbcurl\": \"jdbc:db2://dash.example.com:50001/BLUDB:sslConnection=true;\"";
        String dsn =
                ",\"ssldsn\": \"DATABASE=BLUDB;HOSTNAME=dash.example.com;PORT=50001;UID=dash15;PWD=x;Security=SSL;\"";
        assertThat(read("VCAP_SERVICES", OLD_DB2.formatted(jdbc)).added())
                .containsOnly(Map.entry("DB2_URI", OLD_URI + "50001/BLUDB;SECURITY=SSL"));
        assertThat(read("VCAP_SERVICES", OLD_DB2.formatted(dsn)).added())
                .containsOnly(Map.entry("DB2_URI", OLD_URI + "50001/BLUDB;SECURITY=SSL"));
        assertThat(read("VCAP_SERVICES", OLD_DB2.formatted("")).added())
                .containsOnly(Map.entry("DB2_URI", OLD_URI + "50000/BLUDB;SECURITY=SSL"));
    }

    @Test
    void aDb2WithNothingButItsAddressIsTakenAsItIs() {
        String uri = "db2://u:p%40@db.example.com:50001/BLUDB;SECURITY=SSL";
        assertThat(read("VCAP_SERVICES", "{\"dashDB\": [{\"credentials\": {\"uri\": \"" + uri + "\"}}]}")
                        .added())
                .containsOnly(Map.entry("DB2_URI", uri));
    }

    @Test
    void aDb2WithNothingButItsAddressIsReachedWithTlsUnlessThatSaysOtherwise() {
        String uri = "db2://u:p@db.example.com:50001/BLUDB";
        for (String options : List.of("", "?authSource=admin&replicaSet=replset", ";currentSchema=T")) {
            assertThat(read("VCAP_SERVICES", "{\"dashDB\": [{\"credentials\": {\"uri\": \"" + uri + options + "\"}}]}")
                            .added())
                    .containsOnly(Map.entry("DB2_URI", uri + options + ";SECURITY=SSL"));
        }
        assertThat(read("VCAP_SERVICES", "{\"dashDB\": [{\"credentials\": {\"uri\": \"" + uri + "?ssl=false\"}}]}")
                        .added())
                .containsOnly(Map.entry("DB2_URI", uri + "?ssl=false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'uri': 'db2://u:p@db.example.com:50001/BLUDB'",
                "'uri': 'db2://u:p@db.example.com:50001/BLUDB?ssl=true'",
                "'uri': 'db2://u:p@db.example.com:50001/BLUDB?authSource=admin&replicaSet=replset'",
                "'user': 'u', 'password': 'p', 'host': 'db.example.com', 'port': 50001, 'database': 'BLUDB'",
                "'username': 'u', 'password': 'p', 'hostname': 'db.example.com', 'port': '50001', 'db': 'BLUDB'"
            })
    void theDriverIsToldToReachEachBoundDb2WithTls(String credentials) {
        String services = "{'db2': [{'credentials': {" + credentials + "}}]}";
        Db2Uri uri = Db2Uri.parse(String.valueOf(
                read("VCAP_SERVICES", services.replace('\'', '"')).added().get("DB2_URI")));
        assertThat(uri.jdbcUrl()).isEqualTo("jdbc:db2://db.example.com:50001/BLUDB:sslConnection=true;");
        assertThat(uri.user()).isEqualTo("u");
        assertThat(uri.password()).isEqualTo("p");
    }

    @Test
    void aNewDb2IsReachedAtItsFirstHostWithItsCertificate() {
        String uri = "db2://abc12345:N0t%3BReal@d1.databases.example.com:30376/bludb;SECURITY=SSL";
        assertThat(read("CE_SERVICES", NEW_DB2.formatted("")).added()).containsOnly(Map.entry("DB2_URI", uri));
        String pem = Base64.getEncoder().encodeToString("-----BEGIN".getBytes(StandardCharsets.UTF_8));
        String certificate = ",\"certificate\": {\"name\": \"c\", \"certificate_base64\": \"" + pem + "\"}";
        assertThat(read("CE_SERVICES", NEW_DB2.formatted(certificate)).added())
                .containsOnly(Map.entry("DB2_URI", uri + ";sslCertLocation=/tmp/db2.pem"));
        assertThat(certificates).containsExactly("-----BEGIN");
    }

    @Test
    void whatIsGivenWinsOverWhatIsBound() {
        assertThat(read(Map.of("VCAP_SERVICES", APP_ID, "APPID_CLIENT_ID", "mine", "APPID_SECRET", " "))
                        .added())
                .containsKeys("APPID_SECRET", "APPID_OAUTH_SERVER_URL")
                .doesNotContainKey("APPID_CLIENT_ID");
        assertThat(read(Map.of("VCAP_SERVICES", "{\"db2\": [{}]}", "DB2_URI", "jdbc:h2:mem:a"))
                        .broken())
                .isEmpty();
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        Map<String, String> given = new HashMap<>(Map.of("VCAP_SERVICES", APP_ID, "LTPA_PASSWORD", " "));
        given.put("CREDENTIAL_KEY", "A".repeat(43));
        StartConfiguration configuration = read(given);
        assertThat(configuration.missing()).containsExactly("FULL_HOSTNAME", "KEYSTORE_PASSWORD", "LTPA_PASSWORD");
        assertThat(configuration.isComplete()).isFalse();
        given.putAll(
                Map.of("FULL_HOSTNAME", "https://traffic.example.com", "KEYSTORE_PASSWORD", "k", "LTPA_PASSWORD", "l"));
        assertThat(read(given).isComplete()).isTrue();
        given.put("SESSION_HOURS", "long");
        assertThat(read(given).isComplete()).isFalse();
        assertThat(read(given).broken()).singleElement().asString().startsWith("SESSION_HOURS must be");
    }

    @Test
    void aSlashAtTheEndOfAnAddressDoesNotCount() {
        assertThat(read(Map.of(
                                "FULL_HOSTNAME", "https://traffic.example.com/",
                                "APPID_OAUTH_SERVER_URL", "https://provider.example.com/tenant//"))
                        .added())
                .containsEntry("FULL_HOSTNAME", "https://traffic.example.com")
                .containsEntry("APPID_OAUTH_SERVER_URL", "https://provider.example.com/tenant");
    }

    @Test
    void thePortOfThePlatformIsForPlainHttpUnlessThatIsSet() {
        assertThat(read(Map.of("PORT", "8080")).added()).containsEntry("HTTP_PORT", "8080");
        assertThat(read(Map.of("PORT", "8080", "HTTP_PORT", "80")).added()).doesNotContainKey("HTTP_PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORT=9443", "HTTP_PORT=9443", "PORT=8443 HTTPS_PORT=8443"})
    void onePortIsNotForBoth(String settings) {
        Map<String, String> given = new HashMap<>();
        for (String setting : settings.split(" ")) {
            given.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        StartConfiguration configuration = read(given);
        assertThat(configuration.broken()).singleElement().asString().contains("HTTPS_PORT");
        assertThat(configuration.added()).containsEntry("HTTP_PORT", "-1");
    }

    @Test
    void aBrokenBindingIsNamedWithServiceAndKeyAndWithoutAnyValue() {
        assertThat(read("VCAP_SERVICES", APP_ID.replace("\"secret\"", "\"geheim\""))
                        .broken())
                .containsExactly("VCAP_SERVICES: the service AppID “sign-in” lacks the credential"
                        + " secret / clientSecret / client_secret");
        assertThat(read("CE_SERVICES", NEW_DB2.formatted("").replace("\"hosts\"", "\"hoests\""))
                        .broken())
                .containsExactly("CE_SERVICES: the service databases-for-db2 “numbers” lacks the credential"
                        + " connection.db2.hosts[0].hostname");
        assertThat(read("VCAP_SERVICES", OLD_DB2.formatted("").replace("50000,", "\"p@ss\","))
                        .broken())
                .singleElement()
                .asString()
                .startsWith("VCAP_SERVICES: the service dashDB For Transactions “numbers” does not hold")
                .doesNotContain("p@ss");
        assertThat(read("VCAP_SERVICES", "{\"AppID\": [{\"secret\": ").broken())
                .containsExactly("VCAP_SERVICES is not JSON, at character 23");
        assertThat(read("VCAP_SERVICES", "[]").broken()).containsExactly("VCAP_SERVICES is no JSON object of services");
    }

    @ParameterizedTest
    @MethodSource
    void thePageSaysItInGermanToo(Map<String, String> given, String german) {
        assertThat(read(given).broken())
                .extracting(english -> Message.said("notice", english).in(Locale.GERMAN))
                .containsExactly(german);
    }

    @Test
    void thePageSaysInGermanTooThatThereIsNoRoomForACertificate() {
        assertThat(Message.said("notice", ServerStart.NO_FILE).in(Locale.GERMAN))
                .isEqualTo("Das Zertifikat des gebundenen Db2 lässt sich nicht in eine temporäre Datei schreiben");
    }

    static List<Arguments> thePageSaysItInGermanToo() {
        String nameless = NEW_DB2.formatted("").replace("\"numbers\"", "\"\"");
        return List.of(
                Arguments.of(
                        Map.of("VCAP_SERVICES", APP_ID.replace("\"secret\"", "\"geheim\"")),
                        "VCAP_SERVICES: Dienst AppID „sign-in“: Es fehlt secret / clientSecret / client_secret in den"
                                + " Zugangsdaten"),
                Arguments.of(
                        Map.of("CE_SERVICES", nameless.replace("\"hosts\"", "\"hoests\"")),
                        "CE_SERVICES: Dienst databases-for-db2: Es fehlt connection.db2.hosts[0].hostname in den"
                                + " Zugangsdaten"),
                Arguments.of(
                        Map.of("VCAP_SERVICES", OLD_DB2.formatted("").replace("50000,", "\"p@ss\",")),
                        "VCAP_SERVICES: Dienst dashDB For Transactions „numbers“ hat keine Adresse einer Datenbank:"
                                + " Benutzer, Passwort, Host, Port und Name"),
                Arguments.of(
                        Map.of("VCAP_SERVICES", "{\"AppID\": [{\"secret\": "),
                        "VCAP_SERVICES ist kein JSON, ab Zeichen 23"),
                Arguments.of(Map.of("VCAP_SERVICES", "[]"), "VCAP_SERVICES ist kein JSON-Objekt von Diensten"),
                Arguments.of(
                        Map.of("VCAP_SERVICES", OLD_DB2.formatted(""), "CE_SERVICES", NEW_DB2.formatted("")),
                        "Db2 ist mehr als einmal gebunden (VCAP_SERVICES: Dienst dashDB For Transactions „numbers“;"
                                + " CE_SERVICES: Dienst databases-for-db2 „numbers“)"));
    }

    @Test
    void aSignInHasAProofKeyWhereThereIsOneServerOrTheOperatorSaysSo() {
        assertThat(read(Map.of()).added()).containsOnly(Map.entry("APPID_PKCE", "S256"));
        assertThat(read(Map.of("APPID_PKCE", "disabled")).added()).isEmpty();
        assertThat(read(Map.of("DB2_URI", "db2://u:p@db2.example.com:50000/d")).added())
                .isEmpty();
    }

    @Test
    void twoOfASortAreNotChosenFrom() {
        StartConfiguration configuration =
                read(Map.of("VCAP_SERVICES", OLD_DB2.formatted(""), "CE_SERVICES", NEW_DB2.formatted("")));
        assertThat(configuration.added()).doesNotContainKey("DB2_URI");
        assertThat(configuration.broken())
                .containsExactly("More than one Db2 is bound (VCAP_SERVICES: the service dashDB For Transactions"
                        + " “numbers”; CE_SERVICES: the service databases-for-db2 “numbers”)");
    }

    @Test
    void noTextOfItHoldsASecret() {
        assertThat(read("VCAP_SERVICES", APP_ID).toString())
                .contains("APPID_SECRET")
                .doesNotContain("s3cret");
    }
}
