package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShellAdviceTest {
  private static final Trouble DISK = () -> Optional.of("The disk is full.");
  private static final Trouble OUTBOX =
      new Trouble() {
        @Override
        public Optional<String> trouble() {
          return Optional.of("A message was not delivered.");
        }

        @Override
        public Set<Right> concerns() {
          return Set.of(Right.COMMUNICATE);
        }

        @Override
        public Optional<String> path() {
          return Optional.of("/messages");
        }
      };

  @Test
  void a_trouble_is_told_to_those_who_can_do_something_about_it_with_the_way_there() {
    assertThat(told(Role.COMMUNICATOR))
        .contains(new ShellAdvice.Told("A message was not delivered.", Optional.of("/messages")));
    assertThat(told(Role.VIEWER))
        .containsExactly(new ShellAdvice.Told("The disk is full.", Optional.empty()));
  }

  private static List<ShellAdvice.Told> told(Role role) {
    return ShellAdvice.told(List.of(DISK, OUTBOX), Rights.of(role));
  }
}
