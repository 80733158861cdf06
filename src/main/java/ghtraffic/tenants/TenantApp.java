package ghtraffic.tenants;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The GitHub App of a tenant. */
@Entity
@Table(name = "githubapps")
class TenantApp {

    @Id
    @Column(name = "tid")
    private int tenant;

    @Column(name = "appid")
    private String appId;

    @Column(name = "installation")
    private long installation;

    @Column(name = "privatekey")
    private String encryptedKey;

    /** For JPA. */
    protected TenantApp() {}

    TenantApp(int tenant, String appId, long installation, String encryptedKey) {
        this.tenant = tenant;
        this.appId = appId;
        this.installation = installation;
        this.encryptedKey = encryptedKey;
    }

    String appId() {
        return appId;
    }

    long installation() {
        return installation;
    }

    String encryptedKey() {
        return encryptedKey;
    }
}
