package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObstacleTest {
  private static final Obstacle.Clearing CHECKLIST =
      new Obstacle.Clearing(
          "checklist",
          "Checklist of upgrade 12",
          "Confirm it.",
          Optional.of("/upgrades/12/go-live"));

  @Test
  void reasons_stand_together_by_who_clears_them_and_where() {
    List<Obstacle.Group> groups =
        Obstacle.grouped(
            List.of(
                new Obstacle(CHECKLIST, "Upgrade 12: there is no pilot.", "There is no pilot."),
                Obstacle.besides("n2 runs 4.0."),
                new Obstacle(CHECKLIST, "Upgrade 12: no dashboard.", "No dashboard.")));
    assertThat(groups)
        .containsExactly(
            new Obstacle.Group(CHECKLIST, List.of("There is no pilot.", "No dashboard.")),
            new Obstacle.Group(Obstacle.besides("").by(), List.of("n2 runs 4.0.")));
  }

  @Test
  void a_single_reason_is_its_own_sentence() {
    assertThat(Obstacle.grouped(List.of(Obstacle.besides("Not yet.")))).isEmpty();
    assertThat(Obstacle.grouped(new Refused(Refused.Kind.NOT_NOW, "No.").obstacles())).isEmpty();
  }

  @Test
  void programs_read_each_reason_as_a_sentence() {
    Refused refused =
        new Refused(Refused.Kind.NOT_NOW, "No.")
            .against(List.of(new Obstacle(CHECKLIST, "Upgrade 12: no pilot.", "No pilot.")));
    assertThat(refused.facts()).containsEntry("reasons", List.of("Upgrade 12: no pilot."));
  }
}
