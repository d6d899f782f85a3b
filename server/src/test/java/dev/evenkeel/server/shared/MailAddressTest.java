package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One address of one person. */
class MailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"ann@example.org", " ann@example.org ", "o'hara+up.grades@mail.example.org"})
  void takes_an_address_without_the_space_around_it(String typed) {
    assertThat(MailAddress.of(typed)).isEqualTo(typed.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann@example.org, bob@example.org | more than one",
        "ann@example.org;bob@example.org | more than one",
        "ann@example.org bob@example.org | more than one",
        "Ann <ann@example.org> | a name around",
        "ann | no e-mail address",
        "ann@ | no e-mail address",
        "@example.org | no e-mail address",
        "ann..b@example.org | no e-mail address",
        "ann@-example.org | no e-mail address",
        "änn@example.org | no e-mail address",
      })
  void says_what_is_wrong_and_how_it_is_written(String typed, String says) {
    assertThatThrownBy(() -> MailAddress.of(typed))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(says)
        .hasMessageContaining("such as ann@example.org");
  }

  @Test
  void no_line_break_gets_into_a_header() {
    assertThatThrownBy(() -> MailAddress.of("ann@example.org\r\nBcc: eve@example.org"))
        .hasMessageContaining("line break");
    assertThatThrownBy(() -> MailAddress.of("ann@exa\u0000mple.org"))
        .hasMessageContaining("cannot be seen");
  }

  @Test
  void what_no_server_takes_is_refused_with_its_length() {
    assertThatThrownBy(() -> MailAddress.of("a".repeat(300) + "@example.org"))
        .hasMessageContaining("312 characters");
    assertThatThrownBy(() -> MailAddress.of("a".repeat(65) + "@example.org"))
        .hasMessageContaining("no e-mail address");
  }
}
