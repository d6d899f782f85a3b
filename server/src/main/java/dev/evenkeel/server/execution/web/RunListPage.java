package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.web.ListedRuns.Listed;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All runs, newest first. */
@Controller
@RequestMapping("/runs")
@Needs(Right.VIEW)
class RunListPage {
  private static final int RUNS = 50;

  private final ListedRuns runs;

  RunListPage(ListedRuns runs) {
    this.runs = runs;
  }

  /**
   * @param before creation time of the last run on the page before this one
   */
  @GetMapping
  String page(
      @RequestParam Optional<Instant> before,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
      Model model) {
    List<Listed> found = runs.newest(before, RUNS + 1);
    List<Listed> shown = found.subList(0, Math.min(RUNS, found.size()));
    model.addAttribute("runs", shown);
    model.addAttribute("before", before.orElse(null));
    model.addAttribute("older", found.size() > RUNS ? shown.getLast().run().createdAt() : null);
    model.addAttribute("live", inPlace);
    return inPlace ? "execution/runs :: runs" : "execution/runs";
  }
}
