package dev.evenkeel.server.execution.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.runbook.Catalogue;
import dev.evenkeel.runbook.words.Manual;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every name in the catalogue is carried out by the action with its words, and no other. */
@ServerTest
class ActionsTest {
  private record Asking() implements Action<Manual> {
    @Override
    public Class<Manual> words() {
      return Manual.class;
    }

    @Override
    public Outcome start(Manual words, Attempt attempt) {
      return Outcome.Done.withoutOutput();
    }
  }

  @Autowired Actions actions;

  @Test
  void the_server_can_carry_out_every_action_a_runbook_may_name() {
    assertThat(Catalogue.ACTIONS)
        .allSatisfy((name, words) -> assertThat(actions.of(name).words()).isEqualTo(words));
  }

  @Test
  void an_unknown_action_is_refused_with_those_there_are() {
    assertThatThrownBy(() -> actions.of("exce"))
        .isInstanceOf(Refused.class)
        .hasMessageContainingAll("'exce'", "exec, haproxy, http");
  }

  @Test
  void an_action_that_is_not_there_is_refused_too() {
    assertThatThrownBy(() -> new Actions(List.of()).of("exec")).isInstanceOf(Refused.class);
  }

  @Test
  void two_actions_with_the_same_words_are_a_mistake() {
    assertThatThrownBy(() -> new Actions(List.of(new Asking(), new Asking())))
        .isInstanceOf(IllegalStateException.class);
  }
}
