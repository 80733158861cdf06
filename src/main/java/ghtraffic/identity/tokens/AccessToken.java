package ghtraffic.identity.tokens;

import ghtraffic.identity.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A personal access token. The token itself is not stored, only its digest. */
@Entity
@Table(name = "accesstokens")
class AccessToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "tokenid")
    private Integer id;

    @Column(name = "subject")
    private String subject;

    @Column(name = "name")
    private String name;

    @Column(name = "digest", columnDefinition = "char(64)")
    private String digest;

    @Column(name = "scopes")
    private short scopes;

    @Column(name = "createdat")
    private LocalDateTime createdAt;

    @Column(name = "expiresat")
    private LocalDateTime expiresAt;

    @Column(name = "lastusedat")
    private @Nullable LocalDateTime lastUsedAt;

    @Column(name = "revokedat")
    private @Nullable LocalDateTime revokedAt;

    /** For JPA. */
    protected AccessToken() {}

    AccessToken(String subject, String name, String digest, Set<Scope> scopes, Instant now, Instant end) {
        this.subject = subject;
        this.name = name;
        this.digest = digest;
        this.scopes = Scope.sum(scopes);
        createdAt = utc(now);
        expiresAt = utc(end);
    }

    int id() {
        return id;
    }

    String subject() {
        return subject;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        return Scope.ofSum(scopes);
    }

    boolean isGood(Instant now) {
        return revokedAt == null && utc(now).isBefore(expiresAt);
    }

    void revoke(Instant now) {
        revokedAt = utc(now);
    }

    TokenItem item(Instant now) {
        return new TokenItem(
                id,
                name,
                scopes().stream().map(Scope::word).toList(),
                createdAt.toInstant(ZoneOffset.UTC),
                expiresAt.toInstant(ZoneOffset.UTC),
                lastUsedAt == null ? null : lastUsedAt.toInstant(ZoneOffset.UTC),
                !isGood(now));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
