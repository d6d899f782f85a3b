package dev.evenkeel.server.schedule.budget.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.money.CostWriters.Version;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who wrote costs, how they differ, and what is left: no money appears or goes missing (C36). */
class CostWritersTest {
  private static final Actor ANN = Actor.person("ann");
  private static final Actor BOB = Actor.person("bob");
  private static final Actor CY = Actor.person("cy");

  private static Cost cost(CostKind kind, long amount, int phase) {
    return new Cost(kind, amount, phase, Optional.empty());
  }

  private static final Cost LICENCES = cost(CostKind.LICENCES, 4_000, 1);
  private static final Cost LABOUR = cost(CostKind.LABOUR, 900, 2);

  private static SignedCosts costs(String budget, Cost... costs) {
    return new SignedCosts(Optional.of(budget), "EUR", List.of(costs));
  }

  private static Set<Actor> writers(Version... newestFirst) {
    return CostWriters.of(newestFirst[0].costs(), List.of(newestFirst).iterator());
  }

  @Test
  void whoever_only_changes_a_date_does_not_take_the_costs_off_their_writer() {
    assertThat(
            writers(
                new Version(BOB, costs("it", LICENCES)), new Version(ANN, costs("it", LICENCES))))
        .containsExactly(ANN);
  }

  @Test
  void whoever_adds_a_cost_or_moves_it_to_another_budget_joins_the_writer_of_the_rest() {
    assertThat(
            writers(
                new Version(BOB, costs("it", LICENCES, LABOUR)),
                new Version(ANN, costs("it", LICENCES))))
        .containsExactlyInAnyOrder(ANN, BOB);
    assertThat(
            writers(
                new Version(BOB, costs("other", LICENCES)),
                new Version(ANN, costs("it", LICENCES))))
        .containsExactlyInAnyOrder(ANN, BOB);
  }

  @Test
  void whoever_wrote_what_is_no_longer_there_may_approve_the_rest() {
    assertThat(
            writers(
                new Version(BOB, costs("it", LICENCES)),
                new Version(CY, costs("it", LABOUR)),
                new Version(ANN, costs("other", LICENCES))))
        .containsExactlyInAnyOrder(BOB, CY);
  }

  @Test
  void the_order_of_costs_is_nothing_and_all_else_changes_the_digest() {
    String digest = costs("it", LICENCES, LABOUR).digest();
    assertThat(costs("it", LABOUR, LICENCES).digest()).isEqualTo(digest);
    assertThat(
            List.of(
                costs("other", LICENCES, LABOUR),
                costs("it", LICENCES),
                costs("it", cost(CostKind.LICENCES, 4_001, 1), LABOUR),
                costs("it", cost(CostKind.HARDWARE, 4_000, 1), LABOUR),
                costs("it", cost(CostKind.LICENCES, 4_000, 2), LABOUR),
                new SignedCosts(Optional.of("it"), "CHF", List.of(LICENCES, LABOUR)),
                new SignedCosts(
                    Optional.of("it"),
                    "EUR",
                    List.of(
                        new Cost(CostKind.LICENCES, 4_000, 1, Optional.of("a yacht")), LABOUR))))
        .allSatisfy(other -> assertThat(other.digest()).isNotEqualTo(digest));
    assertThat(SignedCosts.read(costs("it", LICENCES, LABOUR).text()).digest()).isEqualTo(digest);
  }

  @Test
  void a_difference_names_what_changed_what_came_and_what_went() {
    assertThat(
            CostDifference.between(
                costs("it", LICENCES, LABOUR),
                costs("other", cost(CostKind.LICENCES, 9_000, 1), cost(CostKind.TRAINING, 50, 1))))
        .containsExactly(
            "Paid from other, approved was it.",
            "Licences in phase 1: 9,000, approved was 4,000.",
            "Training in phase 1: 50, which nobody approved.",
            "Labour in phase 2: no longer, approved was 900.");
    assertThat(CostDifference.between(costs("it", LICENCES), costs("it", LICENCES))).isEmpty();
  }

  private static Spent spent(CostKind kind, int phase, long amount) {
    return new Spent(
        new UpgradeId(1),
        1,
        Optional.of("it"),
        LocalDate.EPOCH,
        kind,
        phase,
        amount,
        "",
        OptionalInt.empty(),
        OptionalInt.empty(),
        ANN,
        Instant.EPOCH);
  }

  @Test
  void what_one_kind_saves_is_not_there_for_another_and_the_sums_add_up_either_way() {
    List<Balance.Line> lines =
        Balance.lines(
            List.of(LICENCES, LABOUR),
            List.of(
                spent(CostKind.LICENCES, 1, 3_000),
                spent(CostKind.LABOUR, 2, 1_500),
                spent(CostKind.LABOUR, 2, -200)));
    Balance total = Balance.total(lines);
    assertThat(total).isEqualTo(new Balance(4_900, 4_300, 1_000));
    assertThat(total.forecast()).isEqualTo(5_300);
    assertThat(total.over()).isEqualTo(400);
    assertThat(Balance.by(Balance.Line::word, lines).values().stream().reduce(Balance::plus))
        .contains(total);
    assertThat(Balance.by(Balance.Line::phase, lines).values().stream().reduce(Balance::plus))
        .contains(total);
  }
}
