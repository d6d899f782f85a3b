package dev.evenkeel.server.schedule.web;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.PlacedWork;
import dev.evenkeel.server.schedule.budget.BudgetDesk;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.budget.CostStanding;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.web.conflict.BudgetConflicts;
import dev.evenkeel.server.schedule.web.conflict.Conflict;
import dev.evenkeel.server.schedule.web.conflict.Conflicts;
import dev.evenkeel.server.schedule.web.conflict.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All work that has its time or its day, held against what is true now. */
@Component
class PlannedWork {
  /** The night after the day of go-live belongs to it. */
  private static final Duration NIGHT = Duration.ofHours(12);

  private static final Duration LONGEST = Duration.ofHours(36);

  private final TermsDesk terms;
  private final EstateBook book;
  private final ChangeCalendar calendar;
  private final LifecycleDesk lifecycle;
  private final CostDesk costs;
  private final BudgetDesk budgets;
  private final List<PlacedWork> placed;
  private final Clock clock;

  PlannedWork(
      TermsDesk terms,
      EstateBook book,
      ChangeCalendar calendar,
      LifecycleDesk lifecycle,
      CostDesk costs,
      BudgetDesk budgets,
      ObjectProvider<PlacedWork> placed,
      Clock clock) {
    this.terms = terms;
    this.book = book;
    this.calendar = calendar;
    this.lifecycle = lifecycle;
    this.costs = costs;
    this.budgets = budgets;
    this.placed = placed.orderedStream().toList();
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param work how much was looked at
   */
  record Held(int work, List<Conflict> conflicts) {}

  Held held() {
    Estate estate = book.estate();
    List<Planned> plans = terms.all();
    List<Work> work = work(estate, plans);
    Map<Long, List<String>> warnings =
        plans.stream()
            .collect(
                Collectors.toMap(one -> one.upgrade().id().value(), one -> one.plan().warnings()));
    Conflicts conflicts =
        new Conflicts(
            estate,
            calendar.openTimesNow(),
            supportEnds(),
            one -> one.upgrade().map(warnings::get).orElse(List.of()));
    List<CostStanding> standings = costs.all(plans, Map.of());
    List<Conflict> found = new ArrayList<>(conflicts.of(work));
    unapproved(work, standings).forEach(found::add);
    found.addAll(BudgetConflicts.of(budgets.all(standings).budgets(), LocalDate.now(clock)));
    found.sort(Conflict.BY_TIME);
    return new Held(work.size(), found);
  }

  /** What has its place in a timetable commits its money. */
  private static Stream<Conflict> unapproved(List<Work> work, List<CostStanding> standings) {
    Map<Long, CostStanding> open =
        standings.stream()
            .filter(one -> one.state().isUnapproved())
            .collect(Collectors.toMap(one -> one.upgrade().id().value(), Function.identity()));
    return work.stream()
        .filter(Work::isExact)
        .flatMap(one ->
            one.upgrade().map(open::get).stream()
                .map(standing ->
                    new Conflict(
                        Conflict.Kind.COSTS,
                        one,
                        "Nobody has approved its costs: %s.".formatted(standing.says()),
                        "A sponsor who did not write them approves them.",
                        one.path() + "/budget")));
  }

  /** What ended before today no plan can keep to; risks tell of it. */
  private Function<EstateSystem, Optional<LocalDate>> supportEnds() {
    Function<EstateSystem, Optional<Standing.End>> ends = lifecycle.supportEnds();
    LocalDate today = LocalDate.now(clock);
    return system ->
        ends.apply(system)
            .filter(Standing.End::isDated)
            .map(Standing.End::day)
            .filter(day -> !day.isBefore(today));
  }

  private List<Work> work(Estate estate, List<Planned> plans) {
    Instant now = clock.instant();
    Span ahead = new Span(now, now.plus(ChangeCalendar.AHEAD));
    Map<String, Planned> upgrades = new HashMap<>();
    plans.forEach(one -> upgrades.put("/upgrades/" + one.upgrade().id(), one));
    List<Work> all = new ArrayList<>();
    for (PlacedWork source : placed) {
      for (PlacedWork.Placed one : source.within(ahead)) {
        Optional<Planned> upgrade = Optional.ofNullable(upgrades.remove(one.path()));
        all.add(
            new Work(
                one.what(),
                one.path(),
                upgrade.map(found -> found.upgrade().id().value()),
                upgrade.map(found -> found.upgrade().terms().owner()),
                List.copyOf(one.systems()),
                one.when(),
                one.when().length(),
                after(upgrade)));
      }
    }
    upgrades.forEach((path, left) ->
        day(left.upgrade().terms(), estate)
            .filter(ahead::meets)
            .ifPresent(day -> all.add(named(path, left, day))));
    return all;
  }

  private static List<Long> after(Optional<Planned> planned) {
    return planned.stream()
        .flatMap(one -> one.plan().after().stream())
        .map(After::upgrade)
        .toList();
  }

  private static Work named(String path, Planned planned, Span day) {
    Upgrade upgrade = planned.upgrade();
    Duration length = Duration.ofMinutes(Math.max(1, upgrade.terms().downtimeMinutes().orElse(1)));
    return new Work(
        upgrade.terms().title(),
        path,
        Optional.of(upgrade.id().value()),
        Optional.of(upgrade.terms().owner()),
        upgrade.terms().systems(),
        day,
        length.compareTo(LONGEST) > 0 ? LONGEST.minusMinutes(1) : length,
        after(Optional.of(planned)));
  }

  private static Optional<Span> day(Terms terms, Estate estate) {
    ZoneId zone =
        terms.systems().stream()
            .flatMap(name -> estate.system(name).flatMap(EstateSystem::timeZone).stream())
            .findFirst()
            .orElse(ZoneId.of("UTC"));
    return terms
        .goLive()
        .map(day ->
            new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant().plus(NIGHT)));
  }
}
