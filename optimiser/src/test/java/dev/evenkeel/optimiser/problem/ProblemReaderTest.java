package dev.evenkeel.optimiser.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.optimiser.Small;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems as files hold them. */
class ProblemReaderTest {
  @Test
  void a_problem_is_read_with_all_it_says() {
    Problem problem = Small.problem();
    assertThat(problem.upgrades()).extracting(Upgrade::id).containsExactly("U1", "U2");
    assertThat(problem.upgrades().getFirst().deadline()).contains(24);
    assertThat(problem.upgrades().getLast().deadline()).isEmpty();
    assertThat(problem.upgrades().getFirst().modes().getFirst().length()).isEqualTo(4);
    assertThat(problem.freezes().getFirst().isOf("shop")).isTrue();
    assertThat(problem.freezes().getFirst().isOf("db")).isFalse();
    assertThat(problem.at(25)).isEqualTo(Instant.parse("2027-02-02T01:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upgrade-planning/1 | upgrade-planning/9 | format: it is 'upgrade-planning/9'",
        "\"slotMinutes\": 60 | \"slotMinutes\": 7 | no length of which a day has a whole number",
        "\"horizonSlots\": 48 | \"horizonSlots\": 0 | horizonSlots: 0 slots cannot be planned",
        "\"horizonSlots\": 48 | \"horizonSlots\": 72 | profile web: it has 48 hours, the horizon has 72",
        "[24, 30] | [3, 30] | calendar nights: the window 3 to 30",
        "[24, 30] | [24, 99] | calendar nights: it leaves the horizon of 48 slots",
        "\"calendar\": \"always\" | \"calendar\": \"never\" | system db: there is no calendar 'never'",
        "[[\"shop\", 500]] | [[\"gone\", 500]] | system db: there is no dependent 'gone'",
        "\"systems\": [\"shop\"] | \"systems\": [\"sho\"] | freeze sale: there is no system 'sho'",
        "\"maxParallel\": 1 | \"maxParallel\": 0 | group together: maxParallel is 0",
        "\"id\": \"U2\" | \"id\": \"U1\" | upgrades: 'U1' stands there 2 times",
        "\"work\": 6 | \"work\": 0 | upgrade U1, mode parallel-run: it takes no time",
        "[2, 1, 100] | [3, 2, 100] | upgrade U1, mode big-bang: it is away outside of its 4 slots",
        "\"cost\": 90 | \"cost\": -1 | upgrade U1, mode parallel-run: cost is -1",
        "\"minLag\": 3 | \"minLag\": -3 | precedence U1 before U2: minLag is -3",
        "\"cost\": 90 | \"cost\": 9.5 | upgrades[0].modes[1].cost",
        "\"groups\": | \"grops\": | groups",
        "\"name\": \"small\" | \"name\": \"sm | Line 1, column",
      })
  void what_is_wrong_is_said_with_its_place(String right, String wrong, String says) {
    assertThat(Small.TEXT).contains(right);
    assertThatThrownBy(() -> Small.read(Small.TEXT.replace(right, wrong)))
        .isInstanceOf(ProblemUnfit.class)
        .hasMessageContaining(says);
  }

  @Test
  void upgrades_that_come_before_themselves_are_named() {
    String circle =
        Small.TEXT.replace(
            "\"precedences\": [",
            "\"precedences\": [{\"before\": \"U2\", \"after\": \"U1\", \"minLag\": 0, \"kind\": \"hop\"}, ");
    assertThatThrownBy(() -> Small.read(circle))
        .hasMessage(
            "precedences: U1 after U2 come before themselves. Remove one of these precedences.");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThatThrownBy(() ->
            Small.read(
                Small.TEXT
                    .replace("\"criticality\": 10", "\"criticality\": -1")
                    .replace("\"gap\": 2", "\"gap\": -2")))
        .isInstanceOfSatisfying(
            ProblemUnfit.class, unfit -> assertThat(unfit.findings()).hasSizeGreaterThan(1));
  }
}
