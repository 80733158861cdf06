package ghtraffic.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInChoiceTest {

    @Test
    void usersSignInAtLibertysProviderUnlessOneSaysOtherwise() {
        assertThat(SignInChoice.named("")).isEqualTo(SignInChoice.OPENID);
        assertThat(SignInChoice.named("github")).isEqualTo(SignInChoice.GITHUB);
        assertThat(SignInChoice.named("appid")).isEqualTo(SignInChoice.APPID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab", "AppID", " "})
    void anUnknownProviderIsRefusedWithTheNamesOfTheKnownOnes(String name) {
        assertThatThrownBy(() -> SignInChoice.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no provider \"" + name + "\". -Dprovider= takes one of: openid, github, appid.");
    }
}
