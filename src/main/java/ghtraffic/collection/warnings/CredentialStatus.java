package ghtraffic.collection.warnings;

import ghtraffic.github.RateLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rate limit and the end of a tenant's credential, as GitHub last reported them. */
@Entity
@Table(name = "credentialhealth")
class CredentialStatus {

    /** How long before its end a token is reported. */
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

    /** Returns when the token expires if that is past or within two weeks, else null. */
    @Nullable
    Instant expiryIfSoon(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now.plus(WARNING)) ? null : expiresAt;
    }
}
