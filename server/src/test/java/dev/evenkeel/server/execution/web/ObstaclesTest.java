package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
  @Test
  void reasons_stand_together_by_who_clears_them_and_where() {
    List<Obstacles.Group> groups =
        Obstacles.grouped(
            List.of(
                "Upgrade 12, The shop: nobody has agreed to it. Ask for its approval.",
                "Upgrade 12, go-live checklist: 'The pilot group is chosen and ready' is no.",
                "Upgrade 12, go-live checklist: 'There is a dashboard' is no.",
                "Costs of 1,200 EUR are not approved.",
                "n2 runs 4.0."));
    assertThat(groups)
        .extracting(Obstacles.Group::title)
        .containsExactly(
            "Approval of upgrade 12", "Go-live checklist of upgrade 12", "Money", "Besides");
    assertThat(groups.get(1).says())
        .containsExactly(
            "'The pilot group is chosen and ready' is no.", "'There is a dashboard' is no.");
    assertThat(groups)
        .extracting(Obstacles.Group::path)
        .containsExactly(
            Optional.of("/upgrades/12/approval"),
            Optional.of("/upgrades/12/go-live"),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void a_single_reason_is_its_own_sentence() {
    assertThat(
            Obstacles.of(
                new Refused(Refused.Kind.NOT_NOW, "No.").with("reasons", List.of("Not yet."))))
        .isEmpty();
    assertThat(Obstacles.of(new Refused(Refused.Kind.NOT_NOW, "No."))).isEmpty();
  }
}
