package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.risk.CapacityDesk;
import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.RiskRegister;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.AuditState;
import dev.evenkeel.server.risk.reckon.CapacitySheet;
import dev.evenkeel.server.risk.reckon.DowntimeCost;
import dev.evenkeel.server.risk.reckon.Question;
import dev.evenkeel.server.risk.reckon.Severity;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.risk.reckon.StrategyAdvice;
import dev.evenkeel.server.risk.reckon.StrategySheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its risk, and what of it blocks the upgrade. */
@Component
class RiskAspect implements UpgradeAspect {
  /** High risks that are told one by one; more would hide what else blocks. */
  private static final int TOLD = 8;

  private final RiskDesk desk;
  private final RiskRegister register;
  private final SheetBook sheets;
  private final SheetViews views;
  private final CapacityDesk capacity;

  RiskAspect(
      RiskDesk desk,
      RiskRegister register,
      SheetBook sheets,
      SheetViews views,
      CapacityDesk capacity) {
    this.desk = desk;
    this.register = register;
    this.sheets = sheets;
    this.views = views;
    this.capacity = capacity;
  }

  @Override
  public List<Tab> tabs() {
    List<Tab> tabs =
        new ArrayList<>(
            views.all().stream().map(v -> new Tab(v.path(), v.label(), v.phase())).toList());
    tabs.addFirst(new Tab("impact", "Who is hit", Phase.WHY));
    tabs.add(2, new Tab("risks", "Risks", Phase.WHY));
    return tabs;
  }

  @Override
  public Look look(Upgrade upgrade) {
    List<Answer> answers = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    audit(upgrade, blockers);
    risks(upgrade, answers, blockers);
    cost(upgrade, answers, blockers);
    reviews(upgrade, blockers);
    strategy(upgrade, answers, blockers);
    return new Look(answers, blockers);
  }

  private void audit(Upgrade upgrade, List<Blocker> blockers) {
    AuditState state = desk.auditState(upgrade);
    state.missing().forEach(missing -> blockers.add(new Blocker("Audit: " + missing, "", "audit")));
  }

  private void risks(Upgrade upgrade, List<Answer> answers, List<Blocker> blockers) {
    List<Finding> open = register.of(upgrade.id()).stream().filter(Finding::isOpen).toList();
    List<Finding> high =
        open.stream().filter(finding -> finding.severity() == Severity.HIGH).toList();
    var around = desk.surroundings(upgrade);
    answers.add(
        new Answer(
            "Who is hit",
            "%d other %s, %s people"
                .formatted(
                    around.systemsHit(),
                    around.systemsHit() == 1 ? "system" : "systems",
                    around.users() == 0
                        ? "nobody knows how many"
                        : "at least %,d".formatted(around.users())),
            around.customersFeel() == 0 ? "" : "%d of them red".formatted(around.customersFeel()),
            around.customersFeel() > 0 ? "bad" : "",
            "impact"));
    answers.add(
        new Answer(
            "What could go wrong",
            "%d open %s".formatted(open.size(), open.size() == 1 ? "risk" : "risks"),
            high.isEmpty() ? "none of them high" : "%d high".formatted(high.size()),
            high.isEmpty() ? "" : "bad",
            "risks"));
    high.stream()
        .limit(TOLD)
        .forEach(finding ->
            blockers.add(
                new Blocker(
                    "High risk: " + finding.title() + ".",
                    "Mitigate it, or have somebody accept it.",
                    "risks")));
    if (high.size() > TOLD) {
      int more = high.size() - TOLD;
      blockers.add(
          new Blocker(
              "And %d more high %s.".formatted(more, more == 1 ? "risk" : "risks"),
              "They are on the register.",
              "risks"));
    }
  }

  private void cost(Upgrade upgrade, List<Answer> answers, List<Blocker> blockers) {
    Optional<DowntimeCost> cost = desk.cost(upgrade);
    String currency = sheets.get(upgrade.id(), SheetKind.COST).sheet().currency();
    answers.add(
        cost.map(found ->
                new Answer(
                    "What it costs if it goes wrong",
                    "%s %s an hour".formatted(money(found.perHour()), currency),
                    upgrade.terms().downtimeMinutes().isPresent()
                        ? "%s %s over the window".formatted(money(found.overWindow()), currency)
                        : "",
                    "",
                    "cost"))
            .orElseGet(() ->
                new Answer(
                    "What it costs if it goes wrong", "Not computed yet", "", "warn", "cost")));
    if (cost.isEmpty()) {
      blockers.add(
          new Blocker(
              "Nobody knows what an hour of downtime costs.",
              "Choose a formula and give its numbers.",
              "cost"));
    }
    desk.testLonger(upgrade)
        .filter(rule -> rule.another())
        .ifPresent(rule ->
            answers.add(
                new Answer(
                    "Test longer?",
                    "Yes, another day",
                    "a day of testing costs %s, an hour of downtime %s %s"
                        .formatted(
                            money(rule.testingDay()), money(rule.hourOfDowntime()), currency),
                    "",
                    "sheet")));
  }

  private static String money(BigDecimal amount) {
    return "%,.0f".formatted(amount);
  }

  private void reviews(Upgrade upgrade, List<Blocker> blockers) {
    sheets
        .get(upgrade.id(), SheetKind.STOCKTAKE)
        .sheet()
        .open()
        .forEach(open -> blockers.add(new Blocker("Customisations: " + open, "", "stocktake")));
    var answers = sheets.get(upgrade.id(), SheetKind.ANSWERS).sheet();
    reviewed("Sign-in and encryption", answers.open(Question.Part.SECURITY), blockers);
    reviewed("Requirements", answers.open(Question.Part.REQUIREMENTS), blockers);
    capacity.check(upgrade.id()).verdicts().stream()
        .filter(verdict -> !verdict.passes())
        .forEach(verdict ->
            blockers.add(
                new Blocker(
                    "Capacity, %s: %s".formatted(word(verdict.resource()), verdict.says()),
                    "",
                    "capacity")));
  }

  private static void reviewed(String what, List<String> open, List<Blocker> blockers) {
    if (!open.isEmpty()) {
      blockers.add(
          new Blocker(
              "%s: %d of the questions %s open."
                  .formatted(what, open.size(), open.size() == 1 ? "is" : "are"),
              open.getFirst(),
              "answers"));
    }
  }

  private void strategy(Upgrade upgrade, List<Answer> answers, List<Blocker> blockers) {
    StrategySheet sheet = sheets.get(upgrade.id(), SheetKind.STRATEGY).sheet();
    StrategyAdvice advice = desk.advice(upgrade);
    Strategy advised = advice.best().strategy();
    boolean other = sheet.decided().filter(decided -> decided != advised).isPresent();
    answers.add(
        new Answer(
            "Strategy",
            sheet.decided().map(RiskAspect::word).orElse("Not decided"),
            sheet.decided().isEmpty() || other ? "advised: " + word(advised) : "as advised",
            other ? "warn" : "",
            "strategy"));
    if (sheet.decided().isEmpty()) {
      blockers.add(
          new Blocker(
              "The strategy is not decided.", "Advised: %s.".formatted(word(advised)), "strategy"));
    }
    advice.rows().stream()
        .filter(row -> sheet.decided().equals(Optional.of(row.strategy())))
        .forEach(row ->
            row.ruledOut()
                .ifPresent(why ->
                    blockers.add(
                        new Blocker(
                            "The strategy that was decided is ruled out by now: " + why,
                            "Decide on another, or correct what speaks against it.",
                            "strategy"))));
  }

  private static String word(CapacitySheet.Resource resource) {
    return resource == CapacitySheet.Resource.CPU
        ? "CPU"
        : resource.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
