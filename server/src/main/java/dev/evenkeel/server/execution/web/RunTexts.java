package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.OutputStore;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What of a run is plain text: its runbook, and what its attempts printed. */
@Controller
@RequestMapping("/runs/{id}")
@Needs(Right.VIEW)
class RunTexts {
  private static final int AT_ONCE = 1_000;

  private final RunStore runs;
  private final OutputStore output;

  RunTexts(RunStore runs, OutputStore output) {
    this.runs = runs;
    this.output = output;
  }

  @GetMapping("/runbook.yaml")
  void runbook(@PathVariable RunId id, HttpServletResponse response) throws IOException {
    String text = runs.get(id).runbook();
    plain(response);
    response.getWriter().write(text);
  }

  @GetMapping("/attempts/{attempt}/output.txt")
  void output(@PathVariable RunId id, @PathVariable String attempt, HttpServletResponse response)
      throws IOException {
    runs.get(id);
    plain(response);
    long seq = 0;
    List<OutputStore.Piece> pieces;
    do {
      pieces = attempt.startsWith(id + "-") ? output.after(attempt, seq, AT_ONCE) : List.of();
      for (OutputStore.Piece piece : pieces) {
        response.getWriter().write(piece.text());
        seq = piece.seq();
      }
    } while (pieces.size() == AT_ONCE);
  }

  /** Plain, whatever is in it: what a program printed must not become a page. */
  private static void plain(HttpServletResponse response) {
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
  }
}
