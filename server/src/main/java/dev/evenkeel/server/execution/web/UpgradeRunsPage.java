package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.engine.RunsOfUpgrade;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The runs of an upgrade, rehearsals and those in production. */
@Controller
@Needs(Right.VIEW)
class UpgradeRunsPage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final RunsOfUpgrade runs;

  UpgradeRunsPage(UpgradeBook book, UpgradeFrame frame, RunsOfUpgrade runs) {
    this.book = book;
    this.frame = frame;
    this.runs = runs;
  }

  @GetMapping("/upgrades/{id}/runs")
  String page(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, RunsAspect.PATH, model);
    model.addAttribute("runs", runs.of(upgrade));
    return "execution/upgrade-runs";
  }
}
