package dev.evenkeel.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code evenkeel board}. */
@Tag("C45")
class BoardCommandTest {
  private static final String MINUTES =
      """
      {"meeting": {"id": 4, "version": 3, "state": "closed", "when": "Thursday 2026-12-03 14:00 Europe/Berlin",
        "title": "The board", "members": ["team:cab"], "present": ["ann", "ben"], "notes": "All well."},
       "agenda": [{"position": 1, "request": 7, "outcome": "approved",
         "told": {"upgrade": 12, "title": "Shop to 11", "kind": "normal", "why": "It is due.",
           "lines": [{"question": "Way back", "says": "Restore."}], "blockers": ["No strategy."], "needs": "1 of cab"},
         "decisions": [{"at": "2026-12-03T13:05:00Z", "person": "ann", "did": "approved", "comment": "Fine."}]}]}
      """;

  @Test
  void minutes_tell_who_was_there_what_was_before_them_and_who_decided_what() throws IOException {
    try (ScriptedServer server = ScriptedServer.start()) {
      server.on("GET /api/approvals/meetings/4", 200, MINUTES);
      server.on("POST /api/approvals/meetings/4/closing", 200, MINUTES);
      Desktop desktop = Desktop.at(server);
      assertThat(desktop.evenkeel("board", "close", "4", "--present", "ann, ben")).isZero();
      assertThat(server.asked().getLast().body()).contains("ann, ben");
      assertThat(desktop.out())
          .contains(
              "Meeting 4, The board: CLOSED",
              "Thursday 2026-12-03 14:00 Europe/Berlin",
              "present ann, ben",
              "1. Upgrade 12, Shop to 11 (normal): approved",
              "Way back: Restore.",
              "blocked: No strategy.",
              "ann approved: Fine.")
          .doesNotContain("still needs");
    }
  }
}
