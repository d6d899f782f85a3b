package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.ApprovalDesk;
import dev.evenkeel.server.approval.Asked;
import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.RequestDesk;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.StandingDesk;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who agrees to an upgrade: the tab on its page. */
@Controller
@RequestMapping("/upgrades/{id}/approval")
@Needs(Right.VIEW)
class ApprovalTabPage {
  private final ApprovalBook book;
  private final RequestDesk requests;
  private final ApprovalDesk desk;
  private final StandingDesk standing;
  private final ApprovalViews views;
  private final Deliverables deliverables;
  private final UpgradePages pages;

  ApprovalTabPage(
      ApprovalBook book,
      RequestDesk requests,
      ApprovalDesk desk,
      StandingDesk standing,
      ApprovalViews views,
      Deliverables deliverables,
      UpgradePages pages) {
    this.book = book;
    this.requests = requests;
    this.desk = desk;
    this.standing = standing;
    this.views = views;
    this.deliverables = deliverables;
    this.pages = pages;
  }

  /** What stands around the tab. */
  @org.springframework.stereotype.Component
  record UpgradePages(UpgradeBook book, UpgradeFrame frame) {}

  @GetMapping
  String page(@PathVariable UpgradeId id, Actor actor, Model model) {
    return show(id, Typed.of(Map.of()), "", actor, model);
  }

  @PostMapping
  @Needs(Right.REQUEST)
  String request(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Rights rights,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<Asked> asked = Given.asked(typed);
    return answered(
        id,
        typed,
        "ask",
        () -> requests.request(id, asked.orElseThrow(), rights, actor),
        actor,
        response,
        model);
  }

  /**
   * @param back {@code agenda}, or {@code meetings/} and a number, when it was decided there
   */
  @PostMapping("/decision")
  @Needs(Right.APPROVE)
  String decide(
      @PathVariable UpgradeId id,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String back,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<Step.Verdict> verdict = Given.verdict(typed);
    Optional<String> comment = Given.comment(typed, verdict);
    Optional<String> insteadOf = typed.words("insteadOf", 200);
    String answer =
        answered(
            id,
            typed,
            "decide",
            () -> desk.decide(id, verdict.orElseThrow(), comment, insteadOf, seen, actor),
            actor,
            response,
            model);
    return answer.startsWith("redirect:") && back.matches("agenda|meetings/\\d{1,18}")
        ? "redirect:/approvals/" + back
        : answer;
  }

  /** Who asked takes it back. */
  @PostMapping("/withdrawal")
  @Needs(Right.REQUEST)
  String withdraw(
      @PathVariable UpgradeId id,
      @RequestParam String seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<String> comment = typed.words("comment", Given.TEXT);
    return answered(
        id,
        typed,
        "withdraw",
        () -> desk.decide(id, Step.Verdict.WITHDRAWN, comment, Optional.empty(), seen, actor),
        actor,
        response,
        model);
  }

  @PostMapping("/manager")
  @Needs(Right.PLAN)
  String manager(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    String person = typed.needed("person", 200, "Name who manages the change.");
    return answered(
        id, typed, "manager", () -> standing.manager(id, person, actor), actor, response, model);
  }

  private String answered(
      UpgradeId id,
      Typed typed,
      String tried,
      Runnable keep,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    if (typed.keeps(keep)) {
      return "redirect:/upgrades/%s/approval".formatted(id);
    }
    response.setStatus(typed.status());
    return show(id, typed, tried, actor, model);
  }

  private String show(UpgradeId id, Typed typed, String tried, Actor actor, Model model) {
    Upgrade upgrade = pages.book().get(id);
    pages.frame().around(upgrade, ApprovalAspect.PATH, model);
    Optional<Standing> current = book.current(upgrade);
    model.addAttribute("one", current.map(now -> views.view(upgrade, now, actor)).orElse(null));
    model.addAttribute(
        "nobodyIn",
        current.map(now -> requests.nobodyIn(now.request().quorum())).orElse(List.of()));
    model.addAttribute("history", book.history(upgrade));
    model.addAttribute("duties", views.duties(upgrade, current));
    model.addAttribute("substance", book.content(upgrade));
    model.addAttribute("fields", Field.values());
    model.addAttribute("normal", requests.proposed(upgrade, Request.Kind.NORMAL));
    model.addAttribute("reach", upgrade.isOver() ? List.of() : standing.reach(upgrade));
    model.addAttribute("manager", standing.manager(id).orElse(""));
    model.addAttribute("deliverables", deliverables.of(upgrade));
    model.addAttribute("form", typed);
    model.addAttribute("tried", tried);
    return "approval/tab";
  }
}
