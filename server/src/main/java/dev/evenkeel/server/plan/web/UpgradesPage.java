package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.DecisionDesk;
import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.FactSort;
import dev.evenkeel.server.plan.Lifecycle;
import dev.evenkeel.server.plan.Timeline;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFilter;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeState;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/** The list of upgrades, and what is to be known of one at a glance. */
@Controller
@RequestMapping("/upgrades")
@Needs(Right.VIEW)
class UpgradesPage {
  /** So many upgrades are shown at once. */
  private static final int ROWS = 50;

  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final Looks looks;
  private final FactBook facts;
  private final DecisionDesk desk;
  private final AdoptionDesk adoption;
  private final Clock clock;

  UpgradesPage(
      UpgradeBook book,
      UpgradeFrame frame,
      Looks looks,
      FactBook facts,
      DecisionDesk desk,
      AdoptionDesk adoption,
      Clock clock) {
    this.book = book;
    this.frame = frame;
    this.looks = looks;
    this.facts = facts;
    this.desk = desk;
    this.adoption = adoption;
    this.clock = clock;
  }

  /** An upgrade in the list, and where it stands. */
  public record Line(Upgrade upgrade, Lifecycle.Stage stage) {}

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    UpgradeFilter filter = UpgradeFilter.of(q, state, from);
    List<Upgrade> found = book.list(filter, ROWS + 1);
    model.addAttribute("filter", filter);
    model.addAttribute(
        "lines",
        found.stream()
            .limit(ROWS)
            .map(upgrade -> new Line(upgrade, facts.lifecycle(upgrade).stage()))
            .toList());
    model.addAttribute("states", UpgradeState.values());
    model.addAttribute("before", Math.max(0, filter.from() - ROWS));
    model.addAttribute("more", found.size() > ROWS ? filter.from() + ROWS : 0);
    model.addAttribute("none", found.isEmpty() && book.list(1).isEmpty());
    model.addAttribute("practices", adoption.practices());
    return "plan/upgrades";
  }

  @GetMapping("/{id:\\d+}")
  String one(
      @PathVariable UpgradeId id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "0") int older,
      Model model) {
    return show(id, FactSort.of(kind), older, Typed.of(Map.of()), model);
  }

  /** Cancels it, opens it again, or writes down what was learned. */
  @PostMapping("/{id}/decisions")
  @Needs(Right.PLAN)
  String decide(
      @PathVariable UpgradeId id,
      @RequestParam long seen,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    if (typed.keeps(DecisionForm.ofTheWhole(typed, desk, id, seen, actor))) {
      return "redirect:/upgrades/{id}";
    }
    response.setStatus(typed.status());
    return show(id, Optional.empty(), 0, typed, model);
  }

  private String show(UpgradeId id, Optional<FactSort> kind, int older, Typed typed, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "", model);
    model.addAttribute("look", looks.at(upgrade));
    model.addAttribute("timeline", Timeline.of(facts.of(upgrade), kind, older));
    model.addAttribute("seen", facts.decisions(id).size());
    model.addAttribute("form", typed);
    model.addAttribute("stillOpen", upgrade.isOver() ? List.of() : desk.openAtReview(id));
    upgrade
        .terms()
        .goLive()
        .ifPresent(
            day -> model.addAttribute("days", ChronoUnit.DAYS.between(LocalDate.now(clock), day)));
    return "plan/upgrade";
  }
}
