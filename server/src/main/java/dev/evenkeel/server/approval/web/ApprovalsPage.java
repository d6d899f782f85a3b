package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.DelegationDesk;
import dev.evenkeel.server.approval.Processes;
import dev.evenkeel.server.approval.StandingDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
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

/** What waits for one's agreement, delegates, and standing approvals. */
@Controller
@RequestMapping("/approvals")
@Needs(Right.VIEW)
class ApprovalsPage {
  private static final int MOST = 200;

  private final ApprovalBook book;
  private final DelegationDesk delegations;
  private final StandingDesk standing;
  private final Processes processes;
  private final ApprovalViews views;
  private final Clock clock;

  ApprovalsPage(
      ApprovalBook book,
      DelegationDesk delegations,
      StandingDesk standing,
      Processes processes,
      ApprovalViews views,
      Clock clock) {
    this.book = book;
    this.delegations = delegations;
    this.standing = standing;
    this.processes = processes;
    this.views = views;
    this.clock = clock;
  }

  /**
   * @param renew number of a standing approval that shall be given again
   */
  @GetMapping
  String page(@RequestParam Optional<Long> renew, Actor actor, Model model) {
    return renew
        .map(one -> show(Given.renewing(standing.get(one)), "standing", actor, model))
        .orElseGet(() -> show(Typed.of(Map.of()), "", actor, model));
  }

  @PostMapping("/delegations")
  @Needs(Right.APPROVE)
  String delegate(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    String to = typed.needed("to", 200, "Name who agrees in your place.");
    Instant from = Given.moment(typed, "from").orElseGet(clock::instant);
    Optional<Instant> until = Given.moment(typed, "until");
    if (until.isEmpty() && typed.says("until").isEmpty()) {
      typed.wrong("until", "This is missing. Say until when.");
    }
    String reason = typed.needed("reason", Given.TEXT, "Say why, such as: on leave.");
    return answered(
        typed,
        "delegate",
        () -> delegations.give(to, from, until.orElseThrow(), reason, actor),
        actor,
        response,
        model);
  }

  @PostMapping("/delegations/{number}/end")
  @Needs(Right.APPROVE)
  String endDelegation(
      @PathVariable long number, Actor actor, HttpServletResponse response, Model model) {
    return answered(
        Typed.of(Map.of()),
        "delegate",
        () -> delegations.end(number, actor),
        actor,
        response,
        model);
  }

  @PostMapping("/standing")
  @Needs(Right.APPROVE)
  String give(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<Given.Standing> one = Given.standing(typed);
    return answered(
        typed, "standing", () -> one.orElseThrow().to(standing, actor), actor, response, model);
  }

  @PostMapping("/standing/{number}/end")
  @Needs(Right.APPROVE)
  String end(@PathVariable long number, Actor actor, HttpServletResponse response, Model model) {
    return answered(
        Typed.of(Map.of()), "standing", () -> standing.end(number, actor), actor, response, model);
  }

  private String answered(
      Typed typed,
      String tried,
      Runnable keep,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    if (typed.keeps(keep)) {
      return "redirect:/approvals";
    }
    response.setStatus(typed.status());
    return show(typed, tried, actor, model);
  }

  private String show(Typed form, String tried, Actor actor, Model model) {
    String person = book.behind(actor).stream().sorted().findFirst().orElse("");
    List<ApprovalViews.CaseView> all =
        book.all(MOST).stream()
            .map(one -> views.view(one.upgrade(), one.standing(), actor))
            .toList();
    List<ApprovalViews.CaseView> mine =
        all.stream().filter(one -> views.waitsForMe(one.standing(), person)).toList();
    model.addAttribute("mine", mine);
    model.addAttribute("others", all.stream().filter(one -> !mine.contains(one)).toList());
    model.addAttribute("delegations", delegations.open());
    model.addAttribute("standing", standing.looks());
    model.addAttribute("processes", processes.choices());
    model.addAttribute("person", person);
    model.addAttribute("form", form);
    model.addAttribute("tried", tried);
    model.addAttribute("now", clock.instant());
    return "approval/mine";
  }
}
