package dev.evenkeel.optimiser.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.Small;
import dev.evenkeel.optimiser.timetable.Violation.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a timetable may not do, and what it comes to. */
@Tag("C31")
@Tag("C33")
class CheckTest {
  private static Check.Checked check(String... assignments) {
    return Check.of(
        Small.problem(),
        new Timetable(
            Stream.of(assignments)
                .map(text -> text.split(" "))
                .map(part -> new Assignment(part[0], part[1], Integer.parseInt(part[2])))
                .toList()));
  }

  /**
   * U1 in slot 1: half of the shop's outage for two hours at demand 1 and a tenth of it for one is
   * 10.5 money; it ends in slot 5. U2 in slot 28: two hours at demand 2 are 40.
   */
  @Test
  void a_timetable_that_keeps_to_all_rules_is_priced() {
    Check.Checked checked = check("U1 big-bang 1", "U2 big-bang 28");
    assertThat(checked.violations()).isEmpty();
    assertThat(checked.score()).isEqualTo(new Score(10 + 40, 7 + 5, 70, 0));
    assertThat(checked.score().total(Small.problem().weights())).isEqualTo(132);
  }

  /** It ends in slot 30, six hours after the deadline: a quarter of a day, and its square. */
  @Test
  void what_is_late_costs_by_the_day_and_by_the_square_of_the_days() {
    assertThat(check("U1 parallel-run 24").score())
        .isEqualTo(new Score(0, 1 + 30 + 12 + 36, 90, 3000));
  }

  @Test
  void what_is_not_planned_costs_its_penalty() {
    assertThat(check().score()).isEqualTo(new Score(0, 0, 0, 8000));
    assertThat(check().isValid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, U9 big-bang 1, There is no U9",
    "UNKNOWN, U1 phased 1, There is no U1 in mode phased",
    "TWICE, U1 big-bang 1;U1 big-bang 8, U1 is planned twice",
    "HORIZON, U1 parallel-run 43, leaves the horizon",
    "HORIZON, U1 big-bang -1, leaves the horizon",
    "RELEASE, U1 big-bang 0, before 1",
    "WINDOW, U1 big-bang 1;U2 big-bang 23, lies in no window of nights",
    "WINDOW, U1 big-bang 1;U2 big-bang 29, lies in no window of nights",
    "FREEZE, U1 big-bang 1;U2 big-bang 25, meets the freeze sale",
    "CAPACITY, U1 big-bang 37, 1 are needed in slot 40",
    "GROUP, U1 big-bang 24;U2 big-bang 28, U2 at once in slot 28",
    "BUDGET, U1 parallel-run 24, 90 are spent of 60",
    "BUDGET, U1 parallel-run 42;U2 big-bang 46, starts in slot 46",
    "PRECEDENCE, U1 big-bang 1;U2 big-bang 4, 3 must lie between",
    "PRECEDENCE, U2 big-bang 4, U2 is planned and U1 is not",
  })
  void each_rule_that_is_broken_is_named(Rule rule, String assignments, String says) {
    List<Violation> violations = check(assignments.split(";")).violations();
    assertThat(violations)
        .filteredOn(violation -> violation.rule() == rule)
        .extracting(Violation::text)
        .anyMatch(text -> text.contains(says));
  }

  /** Its gap counts after its end, not before its start; what only touches is allowed. */
  @Test
  void a_group_lets_the_next_begin_when_the_gap_is_over() {
    assertThat(check("U1 big-bang 22", "U2 big-bang 28").violations())
        .extracting(Violation::rule)
        .doesNotContain(Rule.GROUP);
    assertThat(check("U1 big-bang 23", "U2 big-bang 28").violations())
        .extracting(Violation::rule)
        .contains(Rule.GROUP);
  }
}
