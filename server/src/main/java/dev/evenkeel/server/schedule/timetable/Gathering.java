package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Budget;
import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Workflow;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.Papers;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.CostSheet;
import dev.evenkeel.server.risk.reckon.Stated;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.Exposure;
import dev.evenkeel.server.schedule.timetable.problem.HourlyCost;
import dev.evenkeel.server.schedule.timetable.problem.ProblemMaker;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.Money;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.People;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.Skills;
import dev.evenkeel.server.schedule.timetable.problem.TeamTimes;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers all that a problem is made of: upgrades, calendars, people, money. */
@Component
class Gathering {
  private static final long RED = 5_000;
  private static final long YELLOW = 500;
  private static final long GREEN = 50;
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

  private final TermsDesk terms;
  private final EstateBook estate;
  private final ChangeCalendar calendar;
  private final RiskDesk risk;
  private final Clock clock;

  Gathering(
      TermsDesk terms, EstateBook estate, ChangeCalendar calendar, RiskDesk risk, Clock clock) {
    this.terms = terms;
    this.estate = estate;
    this.calendar = calendar;
    this.risk = risk;
    this.clock = clock;
  }

  /**
   * @param begun what has begun by the plan and is not planned again, by the number of its upgrade
   * @throws Refused when there is nothing to plan
   */
  ProblemMaker.Made gather(PlanningWish wish, Map<Long, Span> begun) {
    Snapshot snapshot = estate.snapshot();
    List<Planned> all = terms.all();
    requireKnown(wish, snapshot.estate(), all);
    Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    Span range = new Span(start, start.plus(Duration.ofDays(wish.days())));
    Papers papers = risk.papersOfAll();
    List<Candidate> candidates =
        all.stream()
            .filter(one ->
                wish.upgrades().isEmpty() || wish.upgrades().contains(one.upgrade().id().value()))
            .filter(one -> !begun.containsKey(one.upgrade().id().value()))
            .map(one -> candidate(one, snapshot, papers))
            .toList();
    if (candidates.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "There is no upgrade to plan. Add one under Upgrades, or choose others.");
    }
    ProblemMaker.Made made =
        ProblemMaker.make(
            wish.name(),
            start,
            wish.days(),
            candidates,
            around(wish, snapshot, range, candidates, begun, busy(all, begun, range)));
    if (made.problem().upgrades().isEmpty()) {
      throw new Refused(
              Refused.Kind.NOT_NOW,
              "None of the %d upgrades can be planned: %s"
                  .formatted(candidates.size(), made.findings().getLast().says()))
          .with("findings", made.findings());
    }
    return made;
  }

  /** A name that is mistyped would change nothing, and what is told then would be wrong. */
  private static void requireKnown(PlanningWish wish, Estate estate, List<Planned> all) {
    Set<Long> upgrades =
        all.stream().map(one -> one.upgrade().id().value()).collect(Collectors.toSet());
    List<String> unknown =
        Stream.of(
                wish.upgrades().stream()
                    .filter(id -> !upgrades.contains(id))
                    .map(id -> "upgrade " + id),
                missing(wish.withoutFreezes(), EntryKind.FREEZE, "freeze ", estate),
                missing(wish.morePeople().keySet(), EntryKind.TEAM, "team ", estate),
                missing(wish.moreMoney().keySet(), EntryKind.BUDGET, "budget ", estate))
            .flatMap(one -> one)
            .toList();
    if (!unknown.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID, "There is no %s.".formatted(String.join(", no ", unknown)));
    }
  }

  private static Stream<String> missing(
      Collection<String> names, EntryKind kind, String word, Estate estate) {
    return names.stream()
        .filter(name -> !estate.all(kind).containsKey(name))
        .sorted()
        .map(word::concat);
  }

  private Surroundings around(
      PlanningWish wish,
      Snapshot snapshot,
      Span range,
      List<Candidate> candidates,
      Map<Long, Span> begun,
      Map<String, List<People>> busy) {
    Map<String, OpenTimes> open = new HashMap<>();
    TeamTimes attendance = new TeamTimes(snapshot.estate(), range);
    Map<String, List<People>> teams = new HashMap<>();
    Map<String, Skills> skills = new HashMap<>();
    candidates.stream()
        .flatMap(one -> one.plan().ways().stream())
        .flatMap(way -> way.people().stream())
        .map(need -> need.team())
        .distinct()
        .forEach(team -> {
          attendance
              .of(
                  team,
                  wish.morePeople().getOrDefault(team, 0L),
                  busy.getOrDefault(team, List.of()))
              .ifPresent(people -> teams.put(team, people));
          skills.put(team, attendance.skills(team));
        });
    return new Surroundings(
        system ->
            open.computeIfAbsent(
                system, name -> without(wish.withoutFreezes(), calendar.openTimes(name, range))),
        teams,
        skills,
        budgets(snapshot.estate(), wish),
        peers(snapshot.estate()),
        begun,
        wish.mostOfAWorkflow());
  }

  /**
   * Who is at work on what has begun: to the end of its place, or as long as its way takes from
   * when it really began.
   */
  private static Map<String, List<People>> busy(
      List<Planned> all, Map<Long, Span> begun, Span range) {
    Map<String, List<People>> busy = new HashMap<>();
    for (Planned planned : all) {
      Span when = begun.get(planned.upgrade().id().value());
      if (when == null || when.to().isBefore(range.from()) || planned.plan().ways().isEmpty()) {
        continue;
      }
      UpgradePlan.Way way = planned.plan().ways().getFirst();
      Instant least = when.from().plus(way.length());
      Instant end = least.isAfter(when.to()) ? least : when.to();
      if (end.isAfter(range.from())) {
        Span rest = new Span(range.from(), end);
        way.people()
            .forEach(need ->
                busy.computeIfAbsent(need.team(), _ -> new ArrayList<>())
                    .add(new People(rest, need.people())));
      }
    }
    return busy;
  }

  /** What would be open without some freezes. */
  private static OpenTimes without(List<String> freezes, OpenTimes times) {
    if (freezes.isEmpty()) {
      return times;
    }
    List<Reason> closed =
        times.closed().stream()
            .filter(reason ->
                !(reason instanceof Reason.Frozen frozen && freezes.contains(frozen.freeze().id())))
            .toList();
    return new OpenTimes(
        times.range(),
        Spans.without(List.of(times.range()), closed.stream().map(Reason::when).toList()),
        closed);
  }

  private static Map<String, List<Money>> budgets(Estate estate, PlanningWish wish) {
    Map<String, List<Money>> budgets = new TreeMap<>();
    estate
        .all(EntryKind.BUDGET)
        .forEach((name, document) -> {
          List<Money> periods = new ArrayList<>();
          for (Budget.Period period : ((Budget) document.entry()).periods()) {
            periods.add(
                new Money(
                    new Span(midnight(period.from()), midnight(period.to().plusDays(1))),
                    Math.round(period.amount()) + wish.moreMoney().getOrDefault(name, 0L)));
          }
          periods.sort(java.util.Comparator.comparing(money -> money.when().from()));
          budgets.put(name, periods);
        });
    return budgets;
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Map<String, List<String>> peers(Estate estate) {
    Map<String, List<String>> peers = new TreeMap<>();
    estate
        .all(EntryKind.SYSTEM)
        .forEach((name, document) ->
            ((EstateSystem) document.entry())
                .group()
                .ifPresent(
                    group -> peers.computeIfAbsent(group, g -> new ArrayList<>()).add(name)));
    return peers;
  }

  private Candidate candidate(Planned planned, Snapshot snapshot, Papers papers) {
    Upgrade upgrade = planned.upgrade();
    EstateMap map = snapshot.map();
    Blast blast = risk.blast(upgrade);
    List<EstateSystem> systems =
        upgrade.terms().systems().stream()
            .flatMap(name -> snapshot.estate().system(name).stream())
            .toList();
    ZoneId zone =
        systems.stream()
            .flatMap(system -> system.timeZone().stream())
            .findFirst()
            .orElse(ZoneOffset.UTC);
    long perHour = average(planned, papers);
    LocalDate today = planned.facts().today();
    return new Candidate(
        upgrade.id(),
        upgrade.terms().title(),
        upgrade.terms().systems(),
        upgrade.terms().from(),
        upgrade.terms().to(),
        planned.plan(),
        spread(perHour, systems, blast),
        Exposure.of(
            perHour,
            papers.highRisks(upgrade.id()),
            planned.facts().supportEnd().filter(day -> day.isBefore(today)).isPresent()),
        zone,
        blast.hits().stream()
            .filter(Blast.Hit::isHit)
            .flatMap(hit -> map.node(hit.place()).entry().stream())
            .filter(Workflow.class::isInstance)
            .map(Workflow.class::cast)
            .filter(Workflow::core)
            .map(Workflow::name)
            .toList());
  }

  /** Of all hours, as the risk's reckoning says; by criticality while nobody has said. */
  private static long average(Planned planned, Papers papers) {
    CostSheet sheet = papers.sheet(planned.upgrade().id(), SheetKind.COST);
    Optional<Long> byDay =
        sheet.method().filter(CostSheet.Method.DEMAND::equals).isPresent()
            ? sheet
                .dailyRevenue()
                .map(Stated::amount)
                .map(day -> day.divide(HOURS_OF_A_DAY, 0, RoundingMode.HALF_UP).longValue())
            : Optional.empty();
    return byDay.or(() -> planned.facts().costPerHour()).orElseGet(() -> guess(planned));
  }

  private static long guess(Planned planned) {
    Criticality criticality = planned.facts().criticality();
    return switch (criticality) {
      case RED -> RED;
      case YELLOW -> YELLOW;
      case GREEN -> GREEN;
    };
  }

  /** By the demand of its own systems, otherwise of the nearest that feels it. */
  private static HourlyCost spread(long perHour, List<EstateSystem> systems, Blast blast) {
    return Stream.concat(
            systems.stream(),
            blast.hits().stream()
                .filter(Blast.Hit::isHit)
                .flatMap(hit -> hit.node().system().stream()))
        .filter(system -> system.demand().isPresent())
        .findFirst()
        .map(system ->
            HourlyCost.spread(
                perHour, system.demand().orElseThrow(), system.timeZone().orElse(ZoneOffset.UTC)))
        .orElseGet(() -> HourlyCost.flat(perHour));
  }
}
