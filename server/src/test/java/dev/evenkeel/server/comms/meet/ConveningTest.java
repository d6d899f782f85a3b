package dev.evenkeel.server.comms.meet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.meet.Convening.Guest;
import dev.evenkeel.server.comms.meet.Convening.Letter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told what of a kick-off (C42). */
@Tag("C42")
class ConveningTest {
  private static final Optional<String> MONDAY = Optional.of("monday");
  private static final Optional<String> TUESDAY = Optional.of("tuesday");
  private static final Map<String, String> TEAM = Map.of("ann", "ann@x", "bob", "bob@x");
  private static final Guest ANN = new Guest("ann@x", 0, false);
  private static final Guest BOB = new Guest("bob@x", 0, false);

  @Test
  void everybody_in_the_team_is_invited_once() {
    assertThat(Convening.next(MONDAY, MONDAY, 0, TEAM, Map.of()).letters())
        .containsExactly(new Letter("ann", "ann@x", false), new Letter("bob", "bob@x", false));
    assertThat(Convening.next(MONDAY, MONDAY, 0, TEAM, Map.of("ann", ANN, "bob", BOB)).letters())
        .isEmpty();
  }

  @Test
  void another_day_goes_to_all_with_a_higher_sequence() {
    var steps = Convening.next(TUESDAY, MONDAY, 0, TEAM, Map.of("ann", ANN, "bob", BOB));
    assertThat(steps.sequence()).isEqualTo(1);
    assertThat(steps.letters()).hasSize(2).noneMatch(Letter::off);
  }

  @Test
  void who_joins_is_invited_and_who_leaves_is_told_and_nobody_else_is() {
    var steps =
        Convening.next(
            MONDAY,
            MONDAY,
            0,
            Map.of("bob", "bob@x", "cleo", "cleo@x"),
            Map.of("ann", ANN, "bob", BOB));
    assertThat(steps.sequence()).isZero();
    assertThat(steps.letters())
        .containsExactly(new Letter("ann", "ann@x", true), new Letter("cleo", "cleo@x", false));
  }

  @Test
  void without_a_meeting_it_is_called_off_for_those_who_have_it() {
    var steps =
        Convening.next(
            Optional.empty(),
            MONDAY,
            2,
            TEAM,
            Map.of("ann", new Guest("ann@x", 2, false), "bob", new Guest("bob@x", 2, true)));
    assertThat(steps.sequence()).isEqualTo(3);
    assertThat(steps.letters()).containsExactly(new Letter("ann", "ann@x", true));
  }

  @Test
  void what_was_called_off_and_is_on_again_is_told_anew() {
    var steps =
        Convening.next(
            MONDAY, Optional.of(""), 3, TEAM, Map.of("ann", new Guest("ann@x", 3, true)));
    assertThat(steps.sequence()).isEqualTo(4);
    assertThat(steps.letters()).hasSize(2).noneMatch(Letter::off);
  }
}
