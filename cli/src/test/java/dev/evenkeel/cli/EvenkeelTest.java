package dev.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EvenkeelTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int evenkeel(String... arguments) {
    CommandLine line = Evenkeel.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void says_its_version() {
    assertThat(evenkeel("--version")).isZero();
    assertThat(out.toString()).startsWith("evenkeel ");
  }

  @Test
  void shows_how_it_is_used_when_called_without_a_command() {
    assertThat(evenkeel()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(err.toString()).contains("Which command?").contains("Usage: evenkeel");
  }

  @Test
  void refuses_a_command_it_does_not_know() {
    assertThat(evenkeel("rnu")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(err.toString()).contains("rnu");
  }
}
