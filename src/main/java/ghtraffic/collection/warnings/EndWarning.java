package ghtraffic.collection.warnings;

import ghtraffic.database.UtcTimestampConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** A threshold before the end of a tenant's credential that was announced, and with it all larger ones. */
@Entity
@Table(name = "credentialwarnings")
@IdClass(EndWarning.Key.class)
class EndWarning {

    /** Tenant, end of the credential in UTC, and threshold. */
    public record Key(int tenant, LocalDateTime endsAt, int days) {}

    @Id
    @Column(name = "tid")
    private int tenant;

    @Id
    @Column(name = "endsat")
    private LocalDateTime endsAt;

    @Id
    @Column(name = "days")
    private int days;

    @Column(name = "warnedat")
    private Instant warnedAt;

    /** For JPA. */
    protected EndWarning() {}

    EndWarning(CredentialEndsSoon warning, Instant now) {
        tenant = warning.tenant();
        endsAt = UtcTimestampConverter.utc(warning.end());
        days = warning.days();
        warnedAt = now;
    }
}
