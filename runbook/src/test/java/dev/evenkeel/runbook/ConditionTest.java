package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final Scope SCOPE =
      Scope.of(
          Map.of(
              "target.role", "primary",
              "target.text", "a and b",
              "inputs.quick", "false",
              "inputs.full", "true"));

  private static boolean holds(String text) {
    return Interpolation.holds(new Condition(text, Where.NOWHERE), SCOPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${target.role} == primary and not ${inputs.quick} | true",
        "${target.role} == primary and ${inputs.quick} | false",
        "${target.role} != primary or ${inputs.full} | true",
        "${target.role}==replica | false",
        "true or true and false | true",
        "(true or true) and false | false",
        "not true or true | true",
        "not (true or true) | false",
        "not not true | true",
        "${target.text} == \"a and b\" | true",
        "app-${target.role} == app-primary | true",
        "\"and\" == \"and\" | true",
        "\"\" == \"\" | true",
        "1.0 == 1 | false",
      })
  void holds_as_written(String text, boolean expected) {
    assertThat(holds(text)).isEqualTo(expected);
  }

  @Test
  void does_not_ask_for_what_it_does_not_need() {
    assertThat(holds("${target.role} == primary or ${target.missing}")).isTrue();
    assertThatThrownBy(() -> holds("${target.missing} or true")).isInstanceOf(UnknownName.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "and",
        "true and",
        "(true",
        "true)",
        "true true",
        "== 1",
        "'open",
        "${",
        "not",
        "a = b"
      })
  void refuses_what_is_no_condition(String text) {
    assertThatThrownBy(() -> holds(text))
        .isInstanceOf(UnfitValue.class)
        .hasMessageContaining("cannot be understood");
  }

  @Test
  void refuses_a_text_where_true_or_false_is_needed() {
    assertThatThrownBy(() -> holds("${target.role}"))
        .isInstanceOf(UnfitValue.class)
        .hasMessageContaining("got 'primary'");
  }

  @Test
  void refuses_endless_conditions_instead_of_exhausting_the_stack() {
    assertThatThrownBy(() -> holds("(".repeat(100_000))).isInstanceOf(UnfitValue.class);
    assertThatThrownBy(() -> holds("not ".repeat(100_000) + "true")).isInstanceOf(UnfitValue.class);
    assertThatThrownBy(() -> holds("true" + " and true".repeat(100_000)))
        .isInstanceOf(UnfitValue.class);
  }
}
