package dev.evenkeel.server.risk.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.reckon.Answers.Given;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C20")
@Tag("C24")
class AnswersTest {
  private static final Instant MONDAY = Instant.parse("2027-03-01T10:00:00Z");

  private static Given given(boolean yes, String follows, String by) {
    return new Given(
        yes, Optional.of(follows).filter(text -> !text.isEmpty()), Optional.empty(), by, MONDAY);
  }

  @Test
  void a_yes_needs_what_follows_and_a_no_does_not() {
    assertThat(Answers.EMPTY.open(Question.Part.SECURITY)).hasSize(4);
    var answers =
        new Answers(
            Map.of(
                "AUTHENTICATION", given(true, "", "ann"),
                "ENCRYPTION", given(false, "", "ann"),
                "PERMISSIONS", given(true, "new roles", "ann"),
                "SECURITY_TEAM", given(true, "sam: fine", "ann")));
    assertThat(answers.open(Question.Part.SECURITY))
        .containsExactly(
            "Does the release change how people and programs sign in? It does, and what follows is not said.");
    assertThat(answers.open(Question.Part.REQUIREMENTS)).hasSize(4);
  }

  @Test
  void that_the_security_team_has_not_looked_is_no_answer() {
    assertThat(
            new Answers(Map.of("SECURITY_TEAM", given(false, "", "ann")))
                .open(Question.Part.SECURITY))
        .anyMatch(open -> open.startsWith("Has the security team"));
  }

  @Test
  void an_answer_that_says_the_same_stays_with_who_gave_it() {
    var before =
        new Answers(
            Map.of("DESIGN", given(false, "", "ann"), "PURCHASES", given(true, "disks", "ann")));
    var after =
        new Answers(
                Map.of(
                    "DESIGN",
                    given(false, "", "bob"),
                    "PURCHASES",
                    given(true, "more disks", "bob")))
            .after(before);
    assertThat(after.to(Question.DESIGN).orElseThrow().by()).isEqualTo("ann");
    assertThat(after.to(Question.PURCHASES).orElseThrow().by()).isEqualTo("bob");
  }
}
