package ghtraffic.identity.tokens;

import ghtraffic.identity.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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
    private Instant createdAt;

    @Column(name = "expiresat")
    private Instant expiresAt;

    @Column(name = "lastusedat")
    private @Nullable Instant lastUsedAt;

    @Column(name = "revokedat")
    private @Nullable Instant revokedAt;

    /** For JPA. */
    protected AccessToken() {}

    AccessToken(String subject, String name, String digest, Set<Scope> scopes, Instant now, Instant end) {
        this.subject = subject;
        this.name = name;
        this.digest = digest;
        this.scopes = Scope.sum(scopes);
        createdAt = now;
        expiresAt = end;
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
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    TokenItem item(Instant now) {
        return new TokenItem(
                id, name, scopes().stream().map(Scope::word).toList(), createdAt, expiresAt, lastUsedAt, !isGood(now));
    }
}
