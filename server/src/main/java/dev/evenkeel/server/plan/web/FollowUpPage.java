package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.FollowUpDesk;
import dev.evenkeel.server.plan.FollowUpDesk.Renewed;
import dev.evenkeel.server.plan.Renewal;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows from an upgrade: what the estate says now, what comes next, what was learned. */
@Controller
@RequestMapping("/upgrades/{id}/afterwards")
@Needs(Right.VIEW)
class FollowUpPage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final FollowUpDesk desk;

  FollowUpPage(UpgradeBook book, UpgradeFrame frame, FollowUpDesk desk) {
    this.book = book;
    this.frame = frame;
    this.desk = desk;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = book.get(id);
    return show(upgrade, FollowUpForm.filledWith(desk.renewals(upgrade)), model);
  }

  /** Writes what runs now into the estate. */
  @PostMapping("/estate")
  @Needs(Right.ESTATE)
  String renew(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Upgrade upgrade = book.get(id);
    Typed typed = Typed.of(given);
    List<Renewed> renewed = FollowUpForm.renewed(typed, desk.renewals(upgrade), desk.today());
    return kept(upgrade, typed, () -> desk.renew(id, renewed, actor), response, model);
  }

  /** Puts the next upgrade of the same systems on the schedule. */
  @PostMapping("/next")
  @Needs(value = Right.REQUEST, teams = true)
  String next(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Upgrade upgrade = book.get(id);
    Typed typed = Typed.of(given);
    return kept(upgrade, typed, FollowUpForm.next(typed, desk, id, actor), response, model);
  }

  private String kept(
      Upgrade upgrade, Typed typed, Runnable keep, HttpServletResponse response, Model model) {
    if (typed.keeps(keep)) {
      return "redirect:/upgrades/" + upgrade.id() + "/afterwards";
    }
    response.setStatus(typed.status());
    return show(upgrade, typed, model);
  }

  private String show(Upgrade upgrade, Typed typed, Model model) {
    frame.around(upgrade, "afterwards", model);
    List<Renewal> renewals = desk.renewals(upgrade);
    model.addAttribute("form", typed);
    model.addAttribute("renewals", renewals);
    model.addAttribute("today", desk.today());
    model.addAttribute("carriedOut", desk.isCarriedOut(upgrade));
    model.addAttribute("followed", desk.of(upgrade.id()));
    model.addAttribute("lessons", desk.lessons(upgrade));
    return "plan/afterwards";
  }
}
