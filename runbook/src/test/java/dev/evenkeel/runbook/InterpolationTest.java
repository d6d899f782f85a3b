package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.Haproxy;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.runbook.yaml.Yaml;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpolationTest {
  private static final Scope SCOPE =
      Scope.of(
          Map.of(
              "inputs.to", "11.0.2",
              "inputs.seconds", "7s",
              "inputs.code", "204",
              "inputs.yes", "true",
              "inputs.sneaky", "${secrets.db}",
              "secrets.db", "hush",
              "target.name", "n1"));

  @Test
  void replaces_every_name_in_a_text() {
    assertThat(Interpolation.text("${target.name}: to ${ inputs.to }.", SCOPE))
        .isEqualTo("n1: to 11.0.2.");
  }

  @Test
  void writes_a_plain_dollar_brace_for_two_dollars() {
    assertThat(Interpolation.text("$${HOME} costs 5$, $$ and ${target.name}", SCOPE))
        .isEqualTo("${HOME} costs 5$, $$ and n1");
  }

  @Test
  void never_looks_for_names_in_what_a_name_stands_for() {
    assertThat(Interpolation.text("${inputs.sneaky}", SCOPE)).isEqualTo("${secrets.db}");
  }

  @Test
  void names_what_stands_for_nothing() {
    assertThatThrownBy(() -> Interpolation.text("x ${inputs.nothing}", SCOPE))
        .isInstanceOf(UnknownName.class)
        .hasMessageContaining("${inputs.nothing} stands for nothing here");
  }

  @Test
  void refuses_a_brace_that_is_never_closed_and_one_without_a_name() {
    assertThatThrownBy(() -> Interpolation.text("a ${inputs.to", SCOPE))
        .isInstanceOf(UnfitValue.class)
        .hasMessageContaining("no closing '}'");
    assertThatThrownBy(() -> Interpolation.text("${PATH:-x}", SCOPE))
        .isInstanceOf(UnfitValue.class)
        .hasMessageContaining("PATH:-x")
        .hasMessageContaining("$${");
  }

  @Test
  void makes_plain_java_of_values() {
    Value value =
        Yaml.value("{a: [1, 1.5, true, null, '${target.name}'], b: {c: 'x${inputs.to}'}}");

    assertThat(Interpolation.value(value, SCOPE))
        .isEqualTo(
            Map.of(
                "a", Arrays.asList(1L, 1.5, true, null, "n1"),
                "b", Map.of("c", "x11.0.2")));
  }

  @Test
  void binds_arguments_with_names_and_defaults() {
    Http http =
        Interpolation.bind(
            Yaml.value(
                "{url: 'http://${target.name}/', expect: ['${inputs.code}'], within: '${inputs.seconds}',"
                    + " refusedIsNotDone: '${inputs.yes}'}"),
            Http.class,
            SCOPE);

    assertThat(http.url()).isEqualTo("http://n1/");
    assertThat(http.method()).isEqualTo("GET");
    assertThat(http.headers()).isEmpty();
    assertThat(http.body()).isEmpty();
    assertThat(http.expect()).containsExactly(204);
    assertThat(http.refusedIsNotDone()).isTrue();
    assertThat(http.within()).isEqualTo(Duration.ofSeconds(7));
    assertThat(Interpolation.bind(Yaml.value("{url: x}"), Http.class, SCOPE).expect())
        .containsExactly(200, 201, 202, 204);
  }

  @Test
  void binds_enums_written_in_lower_case_and_nested_records() {
    assertThat(
            Interpolation.bind(
                    Yaml.value("{address: a, server: b/c, state: drain}"), Haproxy.class, SCOPE)
                .state())
        .contains(Haproxy.State.DRAIN);
    Wait wait =
        Interpolation.bind(
            Yaml.value("{command: {command: [./ctl, '${target.name}'], env: {A: 1}}, times: 3}"),
            Wait.class,
            SCOPE);
    assertThat(wait.command().map(Exec::command)).contains(List.of("./ctl", "n1"));
    assertThat(wait.command().map(Exec::env)).contains(Map.of("A", "1"));
    assertThat(wait.times()).isEqualTo(3);
    assertThat(wait.every()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void keeps_the_text_of_a_number_where_a_text_is_needed() {
    assertThat(
            Interpolation.bind(Yaml.value("{command: [x, 11.10, 007]}"), Exec.class, SCOPE)
                .command())
        .containsExactly("x", "11.10", "007");
  }

  @Test
  void says_what_does_not_fit_and_where() {
    assertThatThrownBy(() ->
            Interpolation.bind(Yaml.value("{url: x, within: '${inputs.to}'}"), Http.class, SCOPE))
        .isInstanceOf(UnfitValue.class)
        .hasMessage(
            "Line 1, column 18: `within` must be a duration such as 500ms, 30s, 10m, 24h or 7d; it is '11.0.2'");
    assertThatThrownBy(() -> Interpolation.bind(Yaml.value("{method: PUT}"), Http.class, SCOPE))
        .isInstanceOf(UnfitValue.class)
        .hasMessageContaining("`url` is missing");
    assertThatThrownBy(() -> Interpolation.bind(Yaml.value("{uri: x}"), Http.class, SCOPE))
        .isInstanceOf(UnfitValue.class)
        .hasMessageContaining("knows no key uri");
    assertThatThrownBy(() -> Interpolation.bind(Yaml.value("[x]"), Http.class, SCOPE))
        .isInstanceOf(UnfitValue.class);
  }
}
