package dev.evenkeel.optimiser.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.optimiser.RandomProblem;
import dev.evenkeel.optimiser.timetable.Check;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A timetable in the making, held against the rules as a person reads them. */
class BoardTest {

  @Test
  void what_fits_keeps_to_all_rules_and_what_does_not_breaks_one() {
    SplittableRandom random = new SplittableRandom(7);
    int fitted = 0;
    int refused = 0;
    for (int seed = 0; seed < 300; seed++) {
      Model model = Model.of(RandomProblem.of(seed));
      Board board = new Board(model);
      for (int upgrade : model.inOrder()) {
        if (model.choices[upgrade].size() > 0) {
          int which = random.nextInt(model.choices[upgrade].size());
          boolean fits = board.fits(upgrade, which);
          board.place(upgrade, which);
          assertThat(Check.of(model.problem, board.timetable()).isValid())
              .as("seed %d, upgrade %d", seed, upgrade)
              .isEqualTo(fits);
          if (fits) {
            fitted++;
          } else {
            refused++;
            board.remove(upgrade);
          }
        }
      }
      Check.Checked checked = Check.of(model.problem, board.timetable());
      assertThat(checked.score().total(model.problem.weights())).isEqualTo(board.total());
    }
    assertThat(fitted).isGreaterThan(100);
    assertThat(refused).isGreaterThan(100);
  }

  @Test
  void what_is_tried_and_taken_back_leaves_nothing_behind() {
    SplittableRandom random = new SplittableRandom(8);
    for (int seed = 0; seed < 100; seed++) {
      Model model = Model.of(RandomProblem.of(seed));
      Outlook outlook = Outlook.of(model, new Prices(model));
      Board board = Filling.of(model, outlook);
      int[] before = board.choices();
      long total = board.total();
      Trial trial = new Trial(board);
      Moves moves = new Moves(board, trial, outlook, random);
      for (int i = 0; i < 100; i++) {
        if (moves.make()) {
          assertThat(Check.of(model.problem, board.timetable()).violations()).isEmpty();
          assertThat(trial.change()).isEqualTo(board.total() - total);
        }
        trial.undo();
        assertThat(board.choices()).isEqualTo(before);
        assertThat(board.total()).isEqualTo(total);
      }
    }
  }
}
