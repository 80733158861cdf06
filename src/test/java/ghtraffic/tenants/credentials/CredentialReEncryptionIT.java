package ghtraffic.tenants.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import ghtraffic.container.AtOnce;
import ghtraffic.container.TestDatabase;
import ghtraffic.container.TrafficWar;
import ghtraffic.secrets.Encryption;
import ghtraffic.secrets.Secret;
import ghtraffic.tenants.TenantCredential;
import ghtraffic.tenants.Tenants;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenants 1 and 2 have the plain tokens of a taken-over database. */
@ExtendWith(ArquillianExtension.class)
class CredentialReEncryptionIT {

    private static final String ANOTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    private CredentialReEncryption credentials;

    @Inject
    private Tenants tenants;

    @Inject
    private Encryption encryption;

    @Inject
    private TestDatabase database;

    @Inject
    private AtOnce atOnce;

    @Inject
    @ConfigProperty(name = "CREDENTIAL_KEY_BEFORE")
    private String keyBefore;

    @Deployment
    static WebArchive war() {
        return TrafficWar.shared();
    }

    @BeforeEach
    void fill() throws SQLException {
        database.empty();
        tenant(1, "plain-1");
        tenant(2, "plain-2");
    }

    @Test
    void plainTokensAreEncryptedAndStillRead() throws SQLException {
        assertThat(credentials.encryptPlainTokens()).isEqualTo(2);
        assertThat(database.rows("select ghtoken from tenants"))
                .allMatch(stored -> encryption.storageForm(stored) == Encryption.StorageForm.WITH_THE_KEY);
        assertThat(token(1)).isEqualTo("plain-1");
        assertThat(token(2)).isEqualTo("plain-2");
        assertThat(credentials.encryptPlainTokens()).isZero();
    }

    @Test
    void serversThatStartAtOnceEncryptEachTokenOnce() throws Exception {
        for (int tenant = 3; tenant <= 30; tenant++) {
            tenant(tenant, "plain-" + tenant);
        }
        List<Object> encrypted = atOnce.call(4, i -> credentials.encryptPlainTokens());
        assertThat(encrypted).allMatch(Integer.class::isInstance);
        assertThat(encrypted.stream().mapToInt(Integer.class::cast).sum()).isEqualTo(30);
        for (int tenant = 1; tenant <= 30; tenant++) {
            assertThat(token(tenant)).isEqualTo("plain-" + tenant);
        }
    }

    @Test
    void tokensAndAppKeysOfTheKeyBeforeAreEncryptedAnew() throws SQLException {
        Encryption before = new Encryption(keyBefore, null);
        tenant(3, before.encrypt(new Secret("old-3")));
        tenant(4, encryption.encrypt(new Secret("new-4")));
        tenant(5, "");
        database.run("insert into githubapps (tid, appid, installation, privatekey) values (5, 'app', 7, '"
                + before.encrypt(new Secret("old-key")) + "')");
        String untouched =
                database.rows("select ghtoken from tenants where tid = 4").get(0);

        assertThat(credentials.reEncrypt()).isEqualTo(new CredentialReEncryption.ReEncryption(4, 0));
        assertThat(database.rows("select ghtoken from tenants where tid <= 3"))
                .allMatch(stored -> encryption.storageForm(stored) == Encryption.StorageForm.WITH_THE_KEY);
        assertThat(database.rows("select privatekey from githubapps"))
                .allMatch(stored -> encryption.storageForm(stored) == Encryption.StorageForm.WITH_THE_KEY);
        assertThat(database.rows("select ghtoken from tenants where tid = 4")).containsExactly(untouched);
        assertThat(token(3)).isEqualTo("old-3");
        assertThat(tenants.credential(5))
                .containsInstanceOf(TenantCredential.App.class)
                .get()
                .extracting(app -> ((TenantCredential.App) app).privateKey().reveal())
                .isEqualTo("old-key");
        assertThat(credentials.reEncrypt()).isEqualTo(new CredentialReEncryption.ReEncryption(0, 0));
    }

    @Test
    void whatNoKeyReadsIsCountedAndLeftAsItIs() throws SQLException {
        String foreign = new Encryption(ANOTHER_KEY, null).encrypt(new Secret("foreign"));
        tenant(3, foreign);
        assertThat(credentials.reEncrypt()).isEqualTo(new CredentialReEncryption.ReEncryption(2, 1));
        assertThat(database.rows("select ghtoken from tenants where tid = 3")).containsExactly(foreign);
    }

    private void tenant(int id, String token) throws SQLException {
        database.run("insert into tenants (tid, ghuser, ghtoken) values (%d, 'user', '%s')".formatted(id, token));
    }

    private String token(int tenant) {
        return tenants.credential(tenant)
                .map(credential -> ((TenantCredential.Token) credential).token().reveal())
                .orElseThrow();
    }
}
