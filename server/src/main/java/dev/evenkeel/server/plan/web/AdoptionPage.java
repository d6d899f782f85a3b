package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Stated;
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

/** Takes over an upgrade that is under way, and says that one only practises with it. */
@Controller
@RequestMapping("/upgrades/{id}/adoption")
@Needs(Right.VIEW)
class AdoptionPage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final AdoptionDesk desk;

  AdoptionPage(UpgradeBook book, UpgradeFrame frame, AdoptionDesk desk) {
    this.book = book;
    this.frame = frame;
    this.desk = desk;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, Model model) {
    return show(id, Typed.of(Map.of()), model);
  }

  @PostMapping("/statements")
  @Needs(Right.PLAN)
  String state(
      @PathVariable UpgradeId id,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    return kept(id, typed, AdoptionForm.of(typed, desk, id, seen, actor), response, model);
  }

  @PostMapping("/practice")
  @Needs(Right.PLAN)
  String practise(
      @PathVariable UpgradeId id,
      @RequestParam boolean practice,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return kept(id, Typed.of(Map.of()), () -> desk.practise(id, practice, actor), response, model);
  }

  private String kept(
      UpgradeId id, Typed typed, Runnable keep, HttpServletResponse response, Model model) {
    if (typed.keeps(keep)) {
      return "redirect:/upgrades/{id}/adoption";
    }
    response.setStatus(typed.status());
    return show(id, typed, model);
  }

  private String show(UpgradeId id, Typed typed, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "adoption", model);
    model.addAttribute("form", typed);
    model.addAttribute("stated", desk.stated(id));
    model.addAttribute("paused", desk.isPaused(id));
    model.addAttribute("measures", desk.measures(id));
    model.addAttribute("kinds", Stated.Kind.values());
    return "plan/adoption";
  }
}
