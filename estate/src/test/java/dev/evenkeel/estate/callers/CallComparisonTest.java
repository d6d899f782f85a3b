package dev.evenkeel.estate.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.callers.CallComparison.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C12: what was seen beside what is declared. */
@Tag("C12")
class CallComparisonTest {
  private static final Estate ESTATE =
      estate(
          """
          {apiVersion: evenkeel/v1, kind: System, name: shop, dependsOn: [db, {system: mail, type: webhook}, {system: host, type: runs-on}]}
          ---
          {apiVersion: evenkeel/v1, kind: System, name: report, labels: {address: "10.0.3.7, 10.0.3.8"}, dependsOn: [db]}
          ---
          {apiVersion: evenkeel/v1, kind: System, name: db}
          ---
          {apiVersion: evenkeel/v1, kind: System, name: mail}
          ---
          {apiVersion: evenkeel/v1, kind: System, name: host}
          """);

  @Test
  void what_was_seen_and_declared_is_told_apart() {
    var result =
        compare(
            List.of(),
            call("service:shop", "service:db", 5),
            call("service:shop", "host:DB", 2),
            call("address:10.0.3.8", "system:mail", 3));
    assertThat(result.links())
        .extracting(l -> l.state() + " " + l.caller() + " " + l.callee() + " " + l.count())
        .containsExactly(
            "SEEN_NOT_DECLARED report mail 3",
            "DECLARED_NOT_SEEN report db 0",
            "DECLARED_AND_SEEN shop db 7");
  }

  @Test
  void who_is_called_back_was_declared_by_its_webhook() {
    assertThat(compare(List.of(), call("service:mail", "service:shop", 1)).links())
        .singleElement()
        .satisfies(link -> assertThat(link.state()).isEqualTo(State.DECLARED_AND_SEEN));
  }

  @Test
  void nobody_knows_who_a_stranger_is_until_a_rule_says_it() {
    var calls =
        new SeenCall[] {
          call("address:10.0.4.9", "system:db", 4), call("address:10.0.5.1", "system:db", 9)
        };
    assertThat(compare(List.of(), calls).strangers())
        .extracting(one -> one.callee() + " " + one.call().count())
        .containsExactly("db 9", "db 4");
    var rules =
        List.of(
            new CallerRule(Mark.Kind.ADDRESS, "10.0.0.0/8", Optional.empty()),
            new CallerRule(Mark.Kind.ADDRESS, "10.0.4.0/24", Optional.of("mail")));
    var result = compare(rules, calls);
    assertThat(result.strangers()).isEmpty();
    assertThat(result.links())
        .filteredOn(link -> link.state() == State.SEEN_NOT_DECLARED)
        .extracting(CallComparison.Link::caller)
        .as("the narrower network counts, and what is no system is no link")
        .containsExactly("mail");
  }

  @Test
  void what_nobody_has_named_is_listed_and_own_calls_are_nothing() {
    var result =
        compare(
            List.of(),
            call("service:shop", "service:elsewhere", 1),
            call("service:shop", "host:shop", 1));
    assertThat(result.links()).noneMatch(link -> link.count() > 0);
    assertThat(result.unnamed()).hasSize(1);
  }

  @Test
  void patterns_fit_what_they_say() {
    assertThat(fits("agent", "prometheus*", "agent:Prometheus")).isTrue();
    assertThat(fits("host", "*.shop.example", "host:a.shop.example")).isTrue();
    assertThat(fits("host", "shop", "host:shop2")).isFalse();
    assertThat(fits("address", "2001:db8::/32", "address:2001:db8:1::7")).isTrue();
    assertThat(fits("address", "10.0.3.0/24", "address:10.0.4.1")).isFalse();
    assertThat(fits("address", "10.0.3.0/24", "address:::1")).isFalse();
    assertThat(fits("address", "0.0.0.0/0", "address:10.0.4.1")).isTrue();
    for (String wrong : List.of("10.0.3.0/33", "shop.example", "10.0.3", "", "10.0.3.0/x")) {
      assertThat(new CallerRule(Mark.Kind.ADDRESS, wrong, Optional.empty()).wrong())
          .as(wrong)
          .isPresent();
    }
  }

  private static boolean fits(String kind, String pattern, String mark) {
    var rule =
        new CallerRule(Mark.read(kind + ":x").orElseThrow().kind(), pattern, Optional.empty());
    assertThat(rule.wrong()).isEmpty();
    return rule.fits(Mark.read(mark).orElseThrow());
  }

  private static CallComparison compare(List<CallerRule> rules, SeenCall... calls) {
    return CallComparison.of(ESTATE, CallerRules.of(rules, ESTATE), List.of(calls));
  }

  private static SeenCall call(String caller, String callee, long count) {
    return new SeenCall(marks(caller), marks(callee), count, Instant.EPOCH, Instant.EPOCH, "GET /");
  }

  private static List<Mark> marks(String text) {
    return Stream.of(text).flatMap(one -> Mark.read(one).stream()).toList();
  }

  static Estate estate(String text) {
    var reading = EstateReader.read("test", text);
    assertThat(reading.findings()).isEmpty();
    return Estate.of(reading.documents());
  }
}
