package dev.evenkeel.optimiser.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.SharedPlanning;
import dev.evenkeel.optimiser.Small;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import org.junit.jupiter.api.Test;

/** What an upgrade costs where. */
class PricingTest {
  @Test
  void the_table_says_what_the_slots_say_one_by_one() throws Exception {
    same(Small.problem(), 1);
  }

  @Test
  void also_for_slots_of_a_quarter_of_an_hour() throws Exception {
    same(SharedPlanning.problem("small-101"), 97);
  }

  private static void same(Problem problem, int step) {
    Pricing pricing = new Pricing(problem);
    for (Upgrade upgrade : problem.upgrades()) {
      Pricing.Table table = pricing.table(upgrade.system());
      for (Mode mode : upgrade.modes()) {
        for (int start = 0; start + mode.length() <= problem.horizonSlots(); start += step) {
          assertThat(table.of(upgrade, mode, start)).isEqualTo(pricing.of(upgrade, mode, start));
        }
      }
    }
  }
}
