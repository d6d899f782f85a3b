package dev.evenkeel.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:10Z");
  private static final long STEP = Totp.step(NOW);

  /** RFC 6238, appendix B, the rows of SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codes_are_those_of_the_standard(long second, String code) {
    long step = Totp.step(Instant.ofEpochSecond(second));
    assertThat(Totp.code(KEY, step, 8)).isEqualTo(code);
    assertThat(Totp.code(KEY, step, 6)).isEqualTo(code.substring(2));
  }

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "9, 520489"})
  void codes_of_counters_are_those_of_the_standard(long counter, String code) {
    assertThat(Totp.code(KEY, counter, 6)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void a_clock_may_be_one_step_off_either_way(int off, boolean taken) {
    assertThat(Totp.stepOf(KEY, Totp.code(KEY, STEP + off, 6), NOW, 0).isPresent())
        .isEqualTo(taken);
  }

  @Test
  void a_step_that_was_counted_and_those_before_it_are_not_taken_again() {
    String code = Totp.code(KEY, STEP, 6);
    assertThat(Totp.stepOf(KEY, code, NOW, STEP - 1)).hasValue(STEP);
    assertThat(Totp.stepOf(KEY, code, NOW, STEP)).isEmpty();
    assertThat(Totp.stepOf(KEY, code, NOW, STEP + 1)).isEmpty();
  }

  /** RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void keys_are_written_as_the_standard_has_it(String text, String written) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
  }
}
