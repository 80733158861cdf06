package ghtraffic.collection.warnings;

import ghtraffic.collection.runs.CollectionRun;
import ghtraffic.github.RateLimit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The rate limit and the end of a tenant's credential, as GitHub last reported them. */
@Entity
@Table(name = "credentialhealth")
class CredentialStatus {

    /** How long before its end a token is reported. */
    private static final Duration WARNING = Duration.ofDays(14);

    @Id
    @Column(name = "tid")
    private int tenant;

    @Column(name = "ratelimit")
    private @Nullable Integer limit;

    @Column(name = "remaining")
    private @Nullable Integer remaining;

    @Column(name = "resetsat")
    private @Nullable LocalDateTime resetsAt;

    @Column(name = "expiresat")
    private @Nullable LocalDateTime expiresAt;

    @Column(name = "pauseduntil")
    private @Nullable LocalDateTime pausedUntil;

    @Column(name = "seenat")
    private LocalDateTime seenAt;

    /** For JPA. */
    protected CredentialStatus() {}

    CredentialStatus(int tenant, RateLimit allowance, Instant now) {
        this.tenant = tenant;
        this.limit = allowance.limit();
        this.remaining = allowance.remaining();
        this.resetsAt = utc(allowance.resets());
        this.expiresAt = utc(allowance.expires());
        this.pausedUntil = utc(allowance.pausedUntil());
        this.seenAt = CollectionRun.utc(now);
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant time) {
        return time == null ? null : CollectionRun.utc(time);
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
    Instant endsSoon(Instant now) {
        Instant end = expiresAt == null ? null : expiresAt.toInstant(ZoneOffset.UTC);
        return end == null || end.isAfter(now.plus(WARNING)) ? null : end;
    }
}
