package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
  private static final BigDecimal MOST = new BigDecimal("1e12");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1200|1200",
        "1,200|1200",
        "1 200.50|1200.50",
        "0|0",
        "1e3|1000",
        "999999999999|999999999999"
      })
  void reads_numbers_as_people_write_them(String text, BigDecimal number) {
    Typed typed = Typed.of(Map.of("n", text));
    assertThat(typed.number("n", BigDecimal.ZERO, MOST).orElseThrow()).isEqualByComparingTo(number);
    assertThat(typed.isWrong()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "many",
        "1.2.3",
        "1e99",
        "NaN",
        "1,20",
        "1e13",
        "9999999999999999999999999999999"
      })
  void says_what_is_wrong_with_what_is_no_number_in_range(String text) {
    Typed typed = Typed.of(Map.of("n", text));
    assertThat(typed.number("n", BigDecimal.ZERO, MOST)).isEmpty();
    assertThat(typed.says("n")).hasSize(1);
    assertThat(typed.text("n")).isEqualTo(text);
    assertThatThrownBy(typed::refuseIfWrong)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("n: ")
        .hasMessageEndingWith("Nothing was changed.");
  }

  @ParameterizedTest
  @CsvSource({"INVALID,400", "NOT_FOUND,404", "STALE,409", "NOT_NOW,409"})
  void whatever_is_refused_is_said_with_the_form_that_was_sent(Refused.Kind kind, int status) {
    Typed typed = Typed.of(Map.of("n", "5"));
    boolean kept =
        typed.keeps(() -> {
          throw new Refused(kind, "There is no upgrade 5.");
        });
    assertThat(kept).isFalse();
    assertThat(typed.refusal()).isEqualTo("There is no upgrade 5.");
    assertThat(typed.status()).isEqualTo(status);
    assertThat(typed.text("n")).isEqualTo("5");
  }

  @Test
  void what_is_not_there_is_not_wrong() {
    Typed typed = Typed.of(Map.of("empty", "  "));
    assertThat(typed.number("empty", BigDecimal.ZERO, MOST)).isEmpty();
    assertThat(typed.day("none")).isEmpty();
    assertThat(typed.words("none", 1)).isEmpty();
    assertThat(typed.isWrong()).isFalse();
  }

  @Test
  void json_and_a_form_say_the_same_by_the_same_paths() {
    Typed typed =
        Typed.ofJson(
            "{\"rows\": [{\"name\": \"a\"}, {\"name\": \"b\", \"n\": 7}], \"gone\": null}");
    assertThat(typed.text("rows[1].name")).isEqualTo("b");
    assertThat(typed.text("rows[1].n")).isEqualTo("7");
    assertThat(typed.rows("rows")).isEqualTo(2);
    assertThat(typed.has("gone")).isFalse();
    assertThat(typed.has("row")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "{",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}"
      })
  void refuses_a_body_that_is_no_flat_object(String body) {
    assertThatThrownBy(() -> Typed.ofJson(body)).isInstanceOf(Refused.class);
  }

  @Test
  void a_day_that_is_not_in_the_calendar_is_wrong() {
    Typed typed = Typed.of(Map.of("day", "2027-02-30"));
    assertThat(typed.day("day")).isEmpty();
    assertThat(typed.says("day").getFirst()).contains("2027-02-30", "Write it as");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody\r\nBcc: all@example.org", "two\nlines", "two\rlines"})
  void a_short_text_is_one_line(String text) {
    Typed typed = Typed.of(Map.of("name", text, "text", text));
    assertThat(typed.words("name", 200)).isEmpty();
    assertThat(typed.says("name")).singleElement().asString().contains("line break");
    assertThat(typed.words("text", 2_000)).isPresent();
    assertThat(typed.says("text")).isEmpty();
  }
}
