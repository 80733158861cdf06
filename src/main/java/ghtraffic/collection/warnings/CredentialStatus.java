package ghtraffic.collection.warnings;

import ghtraffic.github.RateLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What GitHub said last of a tenant's credential. */
@Entity
@Table(name = "credentialhealth")
class CredentialStatus {

    static final Duration WARNING = Duration.ofDays(14);

    @Id
    @Column(name = "tid")
    private int tenant;

    @Column(name = "ratelimit")
    private @Nullable Integer limit;

    @Column(name = "remaining")
    private @Nullable Integer remaining;

    @Column(name = "resetsat")
    private @Nullable Instant resetsAt;

    @Column(name = "expiresat")
    private @Nullable Instant expiresAt;

    @Column(name = "pauseduntil")
    private @Nullable Instant pausedUntil;

    @Column(name = "seenat")
    private Instant seenAt;

    /** For JPA. */
    protected CredentialStatus() {}

    CredentialStatus(int tenant, RateLimit allowance, Instant now) {
        this.tenant = tenant;
        this.limit = allowance.limit();
        this.remaining = allowance.remaining();
        this.resetsAt = allowance.resets();
        this.expiresAt = allowance.expires();
        this.pausedUntil = allowance.pausedUntil();
        this.seenAt = now;
    }

    int tenant() {
        return tenant;
    }

    @Nullable
    Integer remaining() {
        return remaining;
    }

    /** When the token ends, if that is within two weeks or past; else null. */
    @Nullable
    Instant endsSoon(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now.plus(WARNING)) ? null : expiresAt;
    }
}
