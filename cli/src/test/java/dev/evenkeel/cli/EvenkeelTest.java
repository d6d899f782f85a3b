package dev.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvenkeelTest {
  private final Desktop desktop = new Desktop();

  @Test
  void says_its_version() {
    assertThat(desktop.evenkeel("--version")).isZero();
    assertThat(desktop.out()).startsWith("evenkeel ");
  }

  @Test
  void shows_how_it_is_used_when_called_without_a_command() {
    assertThat(desktop.evenkeel()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("Which command?").contains("Usage: evenkeel");
  }

  @Test
  void refuses_a_command_it_does_not_know() {
    assertThat(desktop.evenkeel("rnu")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("rnu");
  }
}
