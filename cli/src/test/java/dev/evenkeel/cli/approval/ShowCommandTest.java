package dev.evenkeel.cli.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code evenkeel approval show}. */
class ShowCommandTest {
  @Test
  void content_is_printed_as_it_was_signed_to_the_last_byte() throws IOException {
    String signed = "evenkeel-approval 1\nplan.way-back=Zur\u00fcck \\\\ und\\ngut\n";
    try (ScriptedServer server = ScriptedServer.start()) {
      server.on("GET /api/upgrades/12/approval/content", 200, signed);
      Desktop desktop = Desktop.at(server);
      assertThat(desktop.evenkeel("approval", "show", "12", "--content")).isZero();
      assertThat(desktop.out()).isEqualTo(signed);
      assertThat(server.asked().getLast().accept())
          .as("the server writes it as text only")
          .startsWith("text/plain");
    }
  }
}
