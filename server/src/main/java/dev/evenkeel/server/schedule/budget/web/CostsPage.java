package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.budget.CostStanding;
import dev.evenkeel.server.schedule.budget.SpendingBook;
import dev.evenkeel.server.schedule.budget.SpendingBook.Said;
import dev.evenkeel.server.schedule.budget.money.Balance;
import dev.evenkeel.server.schedule.budget.money.Ledger;
import dev.evenkeel.server.schedule.budget.money.PhaseWords;
import dev.evenkeel.server.schedule.budget.money.Spent;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an upgrade costs: the tab on its page. */
@Controller
@RequestMapping("/upgrades/{id}/budget")
@Needs(Right.VIEW)
class CostsPage {
  /** Where days begin first. */
  static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  static final String WHY = "Say why it is taken back.";

  private final CostDesk desk;
  private final SpendingBook spending;
  private final UpgradeFrame frame;
  private final Clock clock;

  CostsPage(CostDesk desk, SpendingBook spending, UpgradeFrame frame, Clock clock) {
    this.desk = desk;
    this.spending = spending;
    this.frame = frame;
    this.clock = clock;
  }

  @GetMapping
  String page(@PathVariable UpgradeId id, Actor actor, Model model) {
    return show(id, Typed.of(Map.of()), "", actor, model);
  }

  @PostMapping("/approval")
  @Needs(Right.BUDGET)
  String approve(
      @PathVariable UpgradeId id,
      @RequestParam String seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return decided(id, given, note -> desk.approve(id, seen, note, actor), actor, response, model);
  }

  @PostMapping("/withdrawal")
  @Needs(Right.BUDGET)
  String withdraw(
      @PathVariable UpgradeId id,
      @RequestParam String seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return decided(id, given, note -> desk.withdraw(id, seen, note, actor), actor, response, model);
  }

  /** What is decided with a note. */
  private interface Decision {
    void take(Optional<String> note);
  }

  private String decided(
      UpgradeId id,
      Map<String, String> given,
      Decision decision,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<String> note = typed.words("note", SpendingForm.LONGEST_NOTE);
    return answered(
        id, typed, () -> decision.take(note), Typed.of(Map.of()), actor, response, model);
  }

  @PostMapping("/spending")
  @Needs(Right.PLAN)
  String spend(
      @PathVariable UpgradeId id,
      @RequestParam int seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<Said> said = SpendingForm.read(typed, today());
    return answered(
        id,
        typed,
        () -> spending.add(id, said.orElseThrow(), seen, actor),
        typed,
        actor,
        response,
        model);
  }

  @PostMapping("/spending/{number}/taking-back")
  @Needs(Right.PLAN)
  String takeBack(
      @PathVariable UpgradeId id,
      @PathVariable int number,
      @RequestParam int seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    String note = typed.needed("note", SpendingForm.LONGEST_NOTE, WHY);
    return answered(
        id,
        typed,
        () -> spending.takeBack(id, number, note, seen, actor),
        Typed.of(Map.of()),
        actor,
        response,
        model);
  }

  private String answered(
      UpgradeId id,
      Typed typed,
      Runnable keep,
      Typed again,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    String refusal;
    try {
      if (typed.keeps(keep)) {
        return "redirect:/upgrades/%s/budget".formatted(id);
      }
      refusal = typed.refusal();
    } catch (Refused gone) {
      refusal = Objects.requireNonNullElse(gone.getMessage(), "");
    }
    response.setStatus(typed.status());
    String says =
        refusal.isEmpty() && typed != again ? String.join(" ", typed.says("note")) : refusal;
    return show(id, again, says, actor, model);
  }

  private static String named(Phase phase) {
    return phase.title().map(title -> title + ", ").orElse("") + PhaseWords.of(phase);
  }

  private static String named(Actor writer) {
    return writer.kind() == Actor.Kind.TOKEN ? "token " + writer.name() : writer.name();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(FIRST_ZONE));
  }

  private String show(UpgradeId id, Typed form, String refusal, Actor actor, Model model) {
    CostStanding costs = desk.get(id);
    List<Spent> spent = spending.of(id);
    Set<Actor> writers = desk.writers(id);
    frame.around(costs.upgrade(), "budget", model);
    List<Balance.Line> lines = Balance.lines(costs.costs().costs(), spent);
    model.addAttribute("costs", costs);
    model.addAttribute("lines", lines);
    model.addAttribute(
        "phases", Ledger.of(desk.periods(costs.costs()), costs.shares(), spent).rows());
    model.addAttribute(
        "phaseWords",
        costs.phases().stream()
            .collect(Collectors.toMap(Phase::phase, CostsPage::named, (one, same) -> one)));
    model.addAttribute("byKind", Balance.by(Balance.Line::word, lines));
    model.addAttribute("total", Balance.total(lines));
    model.addAttribute("spent", spent.reversed());
    model.addAttribute(
        "takenBack",
        spent.stream()
            .flatMapToInt(one -> one.corrects().stream())
            .boxed()
            .collect(Collectors.toSet()));
    model.addAttribute("history", desk.history(id));
    model.addAttribute(
        "writers",
        writers.stream().map(CostsPage::named).sorted().collect(Collectors.joining(", ")));
    model.addAttribute("wroteIt", desk.wrote(writers, actor));
    model.addAttribute("kinds", CostKind.values());
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    model.addAttribute("today", LocalDate.now(clock));
    return "schedule/costs";
  }
}
