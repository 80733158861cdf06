package ghtraffic.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    @Test
    void bitsAndNamesAreThoseOfTheTakenOverTables() {
        assertThat(Arrays.stream(Role.values()).collect(Collectors.toMap(Role::group, Role::bit)))
                .containsOnly(
                        entry("admin", 1),
                        entry("sysmaint", 2),
                        entry("tenant", 4),
                        entry("tenantstats", 8),
                        entry("repostats", 16));
    }

    @Test
    void aSumIsTheRolesOfItsBits() {
        assertThat(Role.ofSum(0)).isEmpty();
        assertThat(Role.ofSum(5)).isEqualTo(Set.of(Role.ADMIN, Role.TENANT));
        assertThat(Role.ofSum(31)).containsExactly(Role.values());
    }

    @Test
    void everySumComesBack() {
        for (int sum = 0; sum < 32; sum++) {
            assertThat(Role.ofSum(sum).stream().mapToInt(Role::bit).sum()).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 1 << 30, Integer.MIN_VALUE})
    void bitsThatMeanNothingGrantNothing(int bit) {
        assertThat(Role.ofSum(bit)).isEmpty();
        assertThat(Role.ofSum(bit | 16)).containsExactly(Role.REPOSTATS);
    }

    @Test
    void theServersLanguageDoesNotChangeTheGroups() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Role.ADMIN.group()).isEqualTo("admin");
        } finally {
            Locale.setDefault(before);
        }
    }
}
