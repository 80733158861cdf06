package ghtraffic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void numbersAndDaysAreWrittenAsTheLanguageDoes() {
        Message message = Message.of("tableAbout", 1234, DAY.minusDays(7), DAY);
        assertThat(message.english()).isEqualTo("1,234 repositories, 2026-01-24 to 2026-01-31");
        assertThat(message.in(Locale.GERMAN)).isEqualTo("1.234 Repositorys, 24.01.2026 bis 31.01.2026");
    }

    @Test
    void oneIsNoPlural() {
        assertThat(Message.of("tableAbout", 1, DAY, DAY).english()).startsWith("1 repository,");
        assertThat(Message.of("tableAbout", 0, DAY, DAY).english()).startsWith("0 repositories,");
    }

    @Test
    void aMessageHoldsOthers() {
        Message roles =
                Message.of("said.audit.tokenUntil", List.of(Message.of("Scope.READ"), Message.of("Scope.MANAGE")), "x");
        assertThat(roles.english()).isEqualTo("Read traffic, Manage repositories, until x");
        assertThat(Message.of("field", Message.of("input.blank")).english()).isEqualTo("This must not be blank.");
        assertThat(Message.of("field", Message.of("input.blank")).in(Locale.GERMAN))
                .isEqualTo("Dies darf nicht leer bleiben.");
    }

    @Test
    void whatWasEnteredIsNoFormat() {
        assertThat(Message.of("range.none", "{0} it's '{1}'").english()).isEqualTo("“{0} it's '{1}'” is no range.");
    }

    @Test
    void wrongInputNamesItsFieldInEnglish() {
        assertThat(new InvalidInput("name", Message.of("input.tooLong", 255)))
                .hasMessage("name: is too long; it has room for 255 letters");
        assertThat(new InvalidInput(Message.of("name.form"))).hasMessageStartingWith("Write the repository as");
    }
}
