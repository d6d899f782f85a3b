package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.estate.Budget;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.form.Offers;
import dev.evenkeel.server.schedule.timetable.form.PlanSheet;
import dev.evenkeel.server.schedule.timetable.form.UpgradeChoice;
import dev.evenkeel.server.schedule.timetable.terms.KnownNames;
import dev.evenkeel.server.schedule.timetable.terms.PlanFacts.Scored;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.TermsReader;
import dev.evenkeel.server.schedule.timetable.terms.TierOrder;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.schedule.timetable.terms.Wrong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Makes of a plan, kept or being typed, what its tab shows. */
@Component
class TermsLook {
  private final TermsDesk desk;
  private final UpgradeBook upgrades;
  private final UpgradeFrame frame;
  private final EstateBook estate;
  private final NextSlots slots;

  TermsLook(
      TermsDesk desk,
      UpgradeBook upgrades,
      UpgradeFrame frame,
      EstateBook estate,
      NextSlots slots) {
    this.desk = desk;
    this.upgrades = upgrades;
    this.frame = frame;
    this.estate = estate;
    this.slots = slots;
  }

  /** What stands in the text of a plan; empty when it cannot be read. */
  static Optional<PlanSheet> sheet(String text) {
    return TermsReader.read(text).written().map(PlanSheet::of);
  }

  /** The same with upgrades as numbers. */
  PlanSheet numbers(UpgradeId id, PlanSheet typed) {
    return choice(id, typed.readable()).numbers(typed);
  }

  /** All that is wrong with it, each at its field. */
  List<Wrong> wrong(UpgradeId id, PlanSheet sheet) {
    PlanSheet.Reading reading = sheet.read();
    if (reading.terms().isPresent()) {
      return desk.wrong(desk.tried(id, reading.terms().get()));
    }
    ScheduleTerms readable = sheet.readable();
    List<Wrong> wrong = new ArrayList<>();
    for (Wrong one : reading.wrong()) {
      boolean isUpgrade =
          one.path().startsWith("after[")
              && one.path().endsWith(".upgrade")
              && !sheet.text(one.path()).isEmpty();
      wrong.add(
          isUpgrade
              ? new Wrong(one.path(), choice(id, readable).unknown(sheet.text(one.path())))
              : one);
    }
    return wrong;
  }

  private UpgradeChoice choice(UpgradeId id, ScheduleTerms said) {
    Map<Long, String> titles = new HashMap<>(desk.names(said).upgrades());
    titles.remove(id.value());
    return new UpgradeChoice(titles);
  }

  /**
   * What is filled in.
   *
   * @param sheet with upgrades as numbers
   * @param told whether a person has asked to have it kept
   */
  void form(UpgradeId id, PlanSheet sheet, String focus, boolean told, Model model) {
    ScheduleTerms said = sheet.readable();
    Planned planned = desk.tried(id, said);
    KnownNames names = desk.names(said);
    UpgradeChoice choice = choice(id, said);
    model.addAttribute(
        "form",
        new PlanForm(
            choice.shown(sheet),
            wrong(id, sheet),
            names.doubts(said),
            Offers.of(sheet, planned.facts()),
            focus,
            told));
    model.addAttribute("choices", choice.all());
    model.addAttribute("teams", names.teams().stream().sorted().toList());
    model.addAttribute("skills", names.allSkills());
    model.addAttribute("people", names.who().stream().sorted().toList());
    model.addAttribute("budgets", budgets(said));
    model.addAttribute("more", more(planned, sheet));
    answer(planned, model);
  }

  /** A name with what it is called. */
  record Named(String name, String title) {}

  /** Those there are, and the one that is named. */
  private List<Named> budgets(ScheduleTerms said) {
    List<Named> budgets = new ArrayList<>();
    estate
        .estate()
        .all(EntryKind.BUDGET)
        .forEach((name, document) ->
            budgets.add(new Named(name, ((Budget) document.entry()).title().orElse(name))));
    said.budget()
        .filter(name -> budgets.stream().noneMatch(one -> one.name().equals(name)))
        .ifPresent(name -> budgets.add(new Named(name, name + ", not in the estate")));
    return budgets;
  }

  /** A way that can be added, with what speaks against it. */
  record More(Strategy strategy, String word, String against) {}

  private static List<More> more(Planned planned, PlanSheet sheet) {
    List<String> taken = new ArrayList<>();
    for (int way = 0; way < sheet.rows("ways"); way++) {
      taken.add(sheet.text("ways[%d].strategy".formatted(way)));
    }
    return Arrays.stream(Strategy.values())
        .map(one ->
            new More(
                one,
                one.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                planned.facts().strategies().stream()
                    .filter(scored -> scored.strategy() == one)
                    .findFirst()
                    .flatMap(Scored::ruledOut)
                    .orElse("")))
        .filter(one -> !taken.contains(one.word()))
        .toList();
  }

  /** What the plan comes to. */
  void answer(Planned planned, Model model) {
    frame.around(planned.upgrade(), "schedule", model);
    UpgradePlan plan = planned.plan();
    model.addAttribute("planned", planned);
    model.addAttribute("plan", plan);
    model.addAttribute("slots", slots.of(planned));
    model.addAttribute("parallel", ParallelRun.of(planned));
    model.addAttribute(
        "titles",
        upgrades.titles(
            Stream.concat(
                    plan.after().stream().map(After::upgrade).map(UpgradeId::new),
                    planned.proposedOrder().stream().map(TierOrder.Before::before))
                .toList()));
  }

  /** A field that two people changed, or one of them. */
  record Other(String path, String before, String now) {}

  /** What somebody else has changed since. */
  List<Other> others(UpgradeId id, long seen) {
    Optional<PlanSheet> before =
        desk.history(id).stream()
            .filter(one -> one.version() == seen)
            .findFirst()
            .map(one -> sheet(one.body()))
            .orElse(Optional.of(PlanSheet.of(new Value.Fields(Map.of(), Where.NOWHERE))));
    Optional<PlanSheet> now = sheet(desk.get(id).text());
    if (before.isEmpty() || now.isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            before.get().texts().keySet().stream(), now.get().texts().keySet().stream())
        .distinct()
        .sorted()
        .filter(path -> !before.get().text(path).equals(now.get().text(path)))
        .map(path -> new Other(path, before.get().text(path), now.get().text(path)))
        .toList();
  }
}
