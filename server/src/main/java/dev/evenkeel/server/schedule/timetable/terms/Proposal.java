package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.RehearsedTimes.Rehearsed;
import dev.evenkeel.server.schedule.timetable.terms.PlanFacts.Scored;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.CostKind;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Wave;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fills in what people leave out.
 *
 * <ol>
 *   <li>The audit takes as long as its rule says and begins today, unless it was done or is
 *       planned.
 *   <li>Preparation goes by the class of the upgrade; tests are as many days as are enough.
 *   <li>The deadline is the first end of support of its systems.
 *   <li>Ways are the strategy that was decided, otherwise all that are not ruled out. The work
 *       takes as long as the systems are away; a phased one half as long again, with a third away
 *       at a time; in parallel nothing is away; a hybrid is away for half of it. The buffer is half
 *       of the work. The way back takes as long as the newest rehearsal of it took that tells of
 *       the upgrade, otherwise as long as the work.
 *   <li>Old and new run side by side for 14 days where customers feel it, otherwise for 7.
 *   <li>One of each team that runs a system is there.
 *   <li>A rollout in waves stands in every plan, also where all of it happens at once.
 * </ol>
 */
public final class Proposal {
  private static final Duration UNKNOWN_OUTAGE = Duration.ofHours(1);
  private static final Duration LEAST_BUFFER = Duration.ofMinutes(30);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int ALL = 100;
  private static final int A_THIRD = 34;

  /** Side by side, of what customers feel: 2 to 4 weeks; of the rest a week or more. */
  static final int CORE_LEAST = 14;

  static final int CORE_MOST = 28;
  static final int OTHERS_LEAST = 7;

  private final ScheduleTerms said;
  private final PlanFacts facts;
  private final List<String> hints = new ArrayList<>();

  private Proposal(ScheduleTerms said, PlanFacts facts) {
    this.said = said;
    this.facts = facts;
  }

  public static UpgradePlan of(ScheduleTerms said, PlanFacts facts) {
    return new Proposal(said, facts).plan();
  }

  private UpgradePlan plan() {
    hints();
    List<UpgradePlan.Way> ways = ways();
    return new UpgradePlan(
        lead(),
        said.deadline().or(facts::supportEnd),
        said.deadline().isPresent()
            ? Optional.of("as somebody said")
            : facts.supportOf().map("support of %s ends"::formatted),
        said.budget(),
        said.leftOut(),
        ways,
        said.after(),
        said.rollout().isEmpty() ? rollout() : said.rollout(),
        said.phases(),
        facts.rehearsed(),
        WaysBackPlanned.source(facts.rehearsed()),
        hints,
        WaysBackPlanned.tooShort(said.ways(), facts.rehearsed()));
  }

  private void hints() {
    if (facts.upgrade().terms().downtimeMinutes().isEmpty()) {
      hints.add(
          "Nobody has said how long it is away; an hour is counted. Say it where the upgrade is edited.");
    }
    if (facts.rehearsed().isEmpty()
        && (said.ways().isEmpty()
            || said.ways().stream().anyMatch(way -> way.wayBack().isEmpty()))) {
      hints.add(
          "No rehearsal has shown how long its way back takes; as long as the work is counted. Rehearse a runbook that changes all of its systems (systems: [%s])."
              .formatted(String.join(", ", facts.upgrade().terms().systems())));
    }
    if (facts.costPerHour().isEmpty()) {
      hints.add(
          "Nobody knows what an hour of downtime costs; it is counted by criticality. Fill in the tab Cost.");
    }
    facts
        .systemsWithoutTeam()
        .forEach(system ->
            hints.add(
                "%s has no team, so nobody is counted for it. Name its team in the estate."
                    .formatted(system)));
  }

  private LeadTime lead() {
    int audit = said.auditDays().orElse(facts.auditDays());
    int preparation =
        said.preparationDays().orElse(preparation(facts.upgrade().terms().upgradeClass()));
    LocalDate end = facts.auditEnd().orElseGet(() -> LeadTime.after(facts.today(), audit));
    return LeadTime.of(
        audit,
        preparation,
        said.testingDays().orElse(LeadTime.leastTesting(audit, preparation)),
        end,
        said.earliest().orElse(facts.today().plusDays(1)));
  }

  private static int preparation(UpgradeClass upgradeClass) {
    return switch (upgradeClass) {
      case PATCH -> 1;
      case MINOR -> 3;
      case MAJOR -> 8;
      case PLATFORM_SWAP -> 15;
    };
  }

  private List<UpgradePlan.Way> ways() {
    if (!said.ways().isEmpty()) {
      return said.ways().stream().map(this::way).toList();
    }
    return facts.strategies().stream()
        .filter(one -> facts.decided().map(one.strategy()::equals).orElse(one.ruledOut().isEmpty()))
        .map(one -> way(only(one.strategy())))
        .filter(way -> isPriced(way))
        .toList();
  }

  private static ScheduleTerms.Way only(Strategy strategy) {
    return new ScheduleTerms.Way(
        strategy,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Two sets of machines for nothing would always win. */
  private boolean isPriced(UpgradePlan.Way way) {
    boolean isPriced = way.sideBySide() == 0 || !way.costs().isEmpty();
    if (!isPriced) {
      hints.add(
          "The way %s is left out: nobody has said what a second set of machines costs. Say `hostingPerDay`."
              .formatted(way.word()));
    }
    return isPriced;
  }

  private UpgradePlan.Way way(ScheduleTerms.Way way) {
    Duration outage =
        facts
            .upgrade()
            .terms()
            .downtimeMinutes()
            .map(Duration::ofMinutes)
            .filter(Duration::isPositive)
            .orElse(UNKNOWN_OUTAGE);
    Duration work = way.work().orElseGet(() -> work(way.strategy(), outage));
    Duration half = work.dividedBy(2);
    int sideBySide = way.sideBySide().orElseGet(() -> sideBySide(way.strategy()));
    return new UpgradePlan.Way(
        way.strategy(),
        work,
        way.buffer().orElse(half.compareTo(LEAST_BUFFER) < 0 ? LEAST_BUFFER : half),
        way.wayBack().or(() -> facts.rehearsed().map(Rehearsed::planned)).orElse(work),
        way.away().isEmpty() ? away(way.strategy(), work, outage) : way.away(),
        way.people().isEmpty() ? people() : way.people(),
        way.costs().isEmpty() ? costs(sideBySide) : way.costs(),
        facts.strategies().stream()
            .filter(one -> one.strategy() == way.strategy())
            .mapToInt(Scored::risk)
            .findFirst()
            .orElse(3),
        sideBySide);
  }

  private static Duration work(Strategy strategy, Duration outage) {
    return strategy == Strategy.PHASED ? outage.multipliedBy(3).dividedBy(2) : outage;
  }

  private static List<Away> away(Strategy strategy, Duration work, Duration outage) {
    return switch (strategy) {
      case BIG_BANG -> List.of(new Away(Duration.ZERO, longer(work, A_MINUTE), ALL));
      case PHASED -> List.of(new Away(Duration.ZERO, longer(work, A_MINUTE), A_THIRD));
      case PARALLEL -> List.of();
      case HYBRID ->
          List.of(
              new Away(Duration.ZERO, longer(shorter(work, outage.dividedBy(2)), A_MINUTE), ALL));
    };
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private int sideBySide(Strategy strategy) {
    return switch (strategy) {
      case BIG_BANG, PHASED -> 0;
      case PARALLEL -> facts.criticality() == Criticality.RED ? CORE_LEAST : OTHERS_LEAST;
      case HYBRID -> OTHERS_LEAST;
    };
  }

  private List<Need> people() {
    return facts.teams().stream().map(team -> new Need(team, 1)).toList();
  }

  private List<Cost> costs(int sideBySide) {
    return sideBySide == 0
        ? List.of()
        : said.hostingPerDay().stream()
            .map(day ->
                new Cost(
                    CostKind.HOSTING,
                    day * sideBySide,
                    1,
                    Optional.of("%d days side by side".formatted(sideBySide))))
            .toList();
  }

  private List<Wave> rollout() {
    Duration soak =
        facts.criticality() == Criticality.GREEN ? Duration.ofHours(1) : Duration.ofHours(4);
    List<Wave> waves = new ArrayList<>();
    waves.add(new Wave("first looks", 5, facts.teams(), soak));
    if (facts.criticality() != Criticality.GREEN) {
      waves.add(new Wave("a quarter", 25, List.of(), soak));
    }
    waves.add(new Wave("half", 50, List.of(), soak));
    waves.add(new Wave("all", ALL, List.of(), Duration.ZERO));
    return waves;
  }

  /** Such as {@code big-bang}. */
  static String word(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
