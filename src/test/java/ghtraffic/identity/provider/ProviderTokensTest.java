package ghtraffic.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderTokensTest {

    private static RSAKey first;
    private static RSAKey second;

    private ScriptedProvider provider;

    @BeforeAll
    static void drawKeys() throws JOSEException {
        first = new RSAKeyGenerator(2048).keyID("first").generate();
        second = new RSAKeyGenerator(2048).keyID("second").generate();
    }

    @BeforeEach
    void start() throws IOException {
        provider = new ScriptedProvider();
        provider.publish(first, second);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private String token(RSAKey key) {
        return provider.token(key, UnaryOperator.identity());
    }

    @Test
    void aTokenOfEachKeyIsGood() {
        assertThat(provider.fault(token(first))).isEmpty();
        assertThat(provider.fault(token(second))).isEmpty();
        assertThat(provider.fault(ScriptedProvider.signed(
                        second,
                        null,
                        new JWTClaimsSet.Builder()
                                .issuer(provider.issuer())
                                .audience("other")
                                .subject("somebody")
                                .expirationTime(seconds(-30))
                                .build())))
                .as("without the id of a key, for one of several audiences, at its end")
                .isEmpty();
        assertThat(provider.keyRequests()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsToldWhy() {
        assertFault(TokenFault.ISSUER, claims -> claims.issuer("https://elsewhere.example"));
        assertFault(TokenFault.ISSUER, claims -> claims.issuer(provider.issuer() + "/"));
        assertFault(TokenFault.AUDIENCE, claims -> claims.audience("another"));
        assertFault(TokenFault.AUDIENCE, claims -> claims.audience((String) null));
        assertFault(TokenFault.SUBJECT, claims -> claims.subject(null));
        assertFault(TokenFault.TIME, claims -> claims.expirationTime(seconds(-70)));
        assertFault(TokenFault.TIME, claims -> claims.expirationTime(null));
        assertFault(TokenFault.TIME, claims -> claims.notBeforeTime(seconds(90)));
        assertFault(TokenFault.TIME, claims -> claims.issueTime(seconds(90)));
        assertFault(TokenFault.SUBJECT, claims -> claims.subject("github-user:guessed"));
        assertThat(provider.fault("eyJhbGciOiJub25lIn0..")).contains(TokenFault.FORM);
        assertThat(provider.fault(new PlainJWT(new JWTClaimsSet.Builder().build()).serialize()))
                .contains(TokenFault.FORM);
        String good = token(first);
        assertThat(provider.fault(good.substring(0, good.length() - 8) + "AAAAAAAA"))
                .contains(TokenFault.SIGNATURE);
    }

    @Test
    void aSkewOfTheClockIsForgiven() {
        assertThat(provider.fault(provider.token(
                        first,
                        claims -> claims.expirationTime(seconds(-30))
                                .notBeforeTime(seconds(50))
                                .issueTime(seconds(50)))))
                .isEmpty();
    }

    private void assertFault(TokenFault fault, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThat(provider.fault(provider.token(first, change))).contains(fault);
    }

    private static Date seconds(int later) {
        return Date.from(Instant.now().plusSeconds(later));
    }

    @Test
    void aKeyThatTheProviderHasRemovedIsRefusedWithinFiveMinutes() {
        String stolen = token(first);
        assertThat(provider.fault(stolen)).isEmpty();
        provider.publish(second);
        provider.pass(Duration.ofMinutes(5));
        assertThat(provider.fault(stolen)).contains(TokenFault.SIGNATURE);
        assertThat(provider.fault(token(second))).isEmpty();
    }

    @Test
    void aTokenOfARemovedKeyIsNoHintAtSignOut() {
        String hint = token(first);
        assertThat(provider.tokens().isOfPresentKey(hint))
                .as("nobody was asked yet")
                .isTrue();
        provider.fault(token(second));
        assertThat(provider.tokens().isOfPresentKey(hint)).isTrue();
        provider.publish(second);
        provider.pass(Duration.ofMinutes(5));
        provider.fault(token(second));
        assertThat(provider.tokens().isOfPresentKey(hint)).isFalse();
        assertThat(provider.tokens().isOfPresentKey("no token")).isFalse();
    }

    @Test
    void aRemovedKeyIsRefusedWithinTenMinutesEvenIfTheProviderCannotBeAsked() {
        String stolen = token(first);
        assertThat(provider.fault(stolen)).isEmpty();
        provider.answerWith(500);
        provider.pass(Duration.ofMinutes(9));
        assertThat(provider.fault(stolen)).isEmpty();
        provider.pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> provider.fault(stolen)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aNewKeyIsGoodAtOnce() throws JOSEException {
        assertThat(provider.fault(token(first))).isEmpty();
        RSAKey third = new RSAKeyGenerator(2048).keyID("third").generate();
        provider.publish(first, third);
        provider.pass(Duration.ofSeconds(10));
        assertThat(provider.fault(token(third))).isEmpty();
    }

    @Test
    void inventedKeysDoNotMakeTheApplicationAskEachTime() throws JOSEException {
        for (int i = 0; i < 20; i++) {
            RSAKey invented = new RSAKey.Builder(first).keyID("invented" + i).build();
            assertThat(provider.fault(token(invented))).contains(TokenFault.SIGNATURE);
        }
        assertThat(provider.keyRequests()).isEqualTo(1);
    }
}
