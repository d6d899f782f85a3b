package dev.evenkeel.optimiser.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.SharedPlanning;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Check;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timetables of instances whose truth is known. */
@Tag("C31")
class RealInstancesTest {

  /**
   * The reference took the earliest slot that fits; the cheapest that fits is better everywhere.
   */
  @ParameterizedTest
  @CsvSource({
    "small-101, 1880353",
    "small-102, 753000",
    "medium-101, 5982301",
    "medium-102, 6526797",
    "large-101, 36688024",
    "large-102, 27034484",
    "huge-101, 148770386"
  })
  void the_first_timetable_keeps_to_all_rules_and_is_better_than_the_earliest(
      String name, long greedy) throws Exception {
    Problem problem = SharedPlanning.problem(name);
    Model model = Model.of(problem);
    Board board = Filling.of(model, Outlook.of(model, new Prices(model)));
    Check.Checked checked = Check.of(problem, board.timetable());
    assertThat(checked.violations()).isEmpty();
    assertThat(checked.score().total(problem.weights())).isEqualTo(board.total());
    assertThat(board.total()).isLessThan(greedy);
  }
}
