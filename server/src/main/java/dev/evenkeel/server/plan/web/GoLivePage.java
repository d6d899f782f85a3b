package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.DecisionDesk;
import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The go-live checklist of an upgrade, to look at, to confirm and to print. */
@Controller
@RequestMapping("/upgrades/{id}/go-live")
@Needs(Right.VIEW)
class GoLivePage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final FactBook facts;
  private final DecisionDesk desk;

  GoLivePage(UpgradeBook book, UpgradeFrame frame, FactBook facts, DecisionDesk desk) {
    this.book = book;
    this.frame = frame;
    this.facts = facts;
    this.desk = desk;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, Model model) {
    return show(id, Typed.of(Map.of()), "", model);
  }

  @PostMapping("/{gate}")
  @Needs(Right.VALIDATE)
  String confirm(
      @PathVariable UpgradeId id,
      @PathVariable String gate,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    if (typed.keeps(DecisionForm.ofGate(typed, desk, id, Gate.of(gate), seen, actor))) {
      return "redirect:/upgrades/{id}/go-live";
    }
    response.setStatus(typed.status());
    return show(id, typed, gate, model);
  }

  private String show(UpgradeId id, Typed typed, String tried, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "go-live", model);
    model.addAttribute("list", facts.checklist(upgrade));
    model.addAttribute("seen", facts.decisions(id).size());
    model.addAttribute("form", typed);
    model.addAttribute("tried", tried);
    return "plan/go-live";
  }
}
