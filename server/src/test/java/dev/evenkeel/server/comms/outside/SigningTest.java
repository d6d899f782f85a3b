package dev.evenkeel.server.comms.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.comms.outside.Sign.State;
import dev.evenkeel.server.comms.outside.Signing.Deed;
import dev.evenkeel.server.comms.outside.Signing.RunNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is to be done about a silence or an annotation, without database and clock. */
@Tag("C50")
class SigningTest {
  private static final Instant NOW = Instant.parse("2027-03-01T03:00:00Z");
  private static final RunNow UNDER_WAY = new RunNow.UnderWay();
  private static final RunNow WELL = new RunNow.Over(NOW, true, "Healthy.");
  private static final RunNow UNPROVEN = new RunNow.Over(NOW, false, "It went back.");

  private static Sign sign(State state, int tries, Optional<Instant> until) {
    return new Sign(
        1,
        Optional.of(1L),
        "main",
        PlaceKind.ALERTMANAGER,
        "k3x9",
        1,
        "Shop",
        Set.of("shop"),
        NOW,
        state,
        Optional.of("id").filter(_ -> state == State.OPEN),
        until,
        tries,
        NOW,
        "",
        Optional.empty(),
        1);
  }

  private static Deed deed(Sign sign, RunNow run) {
    return Signing.deed(sign, run, 30, NOW);
  }

  @Test
  void while_the_run_goes_on_it_is_opened_and_prolonged_when_half_of_it_is_over() {
    assertThat(deed(sign(State.WANTED, 0, Optional.empty()), UNDER_WAY)).isEqualTo(Deed.OPEN);
    assertThat(deed(sign(State.WANTED, 7, Optional.empty()), UNDER_WAY)).isEqualTo(Deed.OPEN);
    assertThat(deed(sign(State.OPEN, 0, Optional.of(NOW.plus(Duration.ofMinutes(16)))), UNDER_WAY))
        .isEqualTo(Deed.NOTHING);
    assertThat(deed(sign(State.OPEN, 0, Optional.of(NOW.plus(Duration.ofMinutes(14)))), UNDER_WAY))
        .isEqualTo(Deed.PROLONG);
  }

  @Test
  void it_is_closed_only_when_all_is_proven_well() {
    Sign open = sign(State.OPEN, 0, Optional.of(NOW));
    assertThat(deed(open, WELL)).isEqualTo(Deed.CLOSE);
    assertThat(deed(open, UNPROVEN)).isEqualTo(Deed.LEAVE);
  }

  @Test
  void what_was_never_tried_is_forgotten_and_what_nobody_knows_of_is_looked_up() {
    assertThat(deed(sign(State.WANTED, 0, Optional.empty()), UNPROVEN)).isEqualTo(Deed.FORGET);
    assertThat(deed(sign(State.WANTED, 1, Optional.empty()), WELL)).isEqualTo(Deed.CLOSE);
    assertThat(deed(sign(State.WANTED, 1, Optional.empty()), UNPROVEN)).isEqualTo(Deed.LEAVE);
  }

  @Test
  void a_day_after_the_run_was_over_what_does_not_work_is_given_up() {
    var over = new RunNow.Over(NOW.minus(Duration.ofDays(1)), true, "Healthy.");
    assertThat(deed(sign(State.OPEN, 3, Optional.of(NOW)), over)).isEqualTo(Deed.GIVE_UP);
    assertThat(deed(sign(State.OPEN, 0, Optional.of(NOW)), over)).isEqualTo(Deed.CLOSE);
  }

  @Test
  void pauses_grow_to_five_minutes() {
    assertThat(Signing.pause(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Signing.pause(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Signing.pause(50)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void matchers_are_read_as_alertmanager_writes_them_and_names_of_systems_are_no_patterns() {
    List<Matcher> all = Matcher.of("system=~\"{systems}\"\nseverity!=critical\n\n");
    assertThat(all.getFirst().about(Set.of("shop.eu", "crm")))
        .isEqualTo(new Matcher("system", "(crm|shop\\.eu)", true, true));
    assertThat(all.getLast()).isEqualTo(new Matcher("severity", "critical", false, false));
  }

  @Test
  void a_silence_of_everything_but_something_and_one_system_as_a_plain_value_are_refused() {
    assertThatThrownBy(() -> Matcher.of("severity!=critical"))
        .hasMessageContaining("At least one line must say what a label is");
    assertThatThrownBy(() -> Matcher.of("system=\"{systems}\"")).hasMessageContaining("Write =~");
    assertThatThrownBy(() -> Matcher.of("system")).hasMessageContaining("is no matcher");
  }
}
