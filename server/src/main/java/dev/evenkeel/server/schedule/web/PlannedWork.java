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
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
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
  private final List<PlacedWork> placed;
  private final Clock clock;

  PlannedWork(
      TermsDesk terms,
      EstateBook book,
      ChangeCalendar calendar,
      LifecycleDesk lifecycle,
      ObjectProvider<PlacedWork> placed,
      Clock clock) {
    this.terms = terms;
    this.book = book;
    this.calendar = calendar;
    this.lifecycle = lifecycle;
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
    List<Work> work = work(estate);
    Conflicts conflicts = new Conflicts(estate, calendar::openTimes, this::supportEnd);
    return new Held(work.size(), conflicts.of(work));
  }

  /** What ended before today no plan can keep to; risks tell of it. */
  private Optional<LocalDate> supportEnd(EstateSystem system) {
    return lifecycle
        .supportEnd(system)
        .filter(Standing.End::isDated)
        .map(Standing.End::day)
        .filter(day -> !day.isBefore(LocalDate.now(clock)));
  }

  private List<Work> work(Estate estate) {
    Instant now = clock.instant();
    Span ahead = new Span(now, now.plus(ChangeCalendar.AHEAD));
    Map<String, Planned> upgrades = new HashMap<>();
    terms.all().forEach(one -> upgrades.put("/upgrades/" + one.upgrade().id(), one));
    List<Work> all = new ArrayList<>();
    for (PlacedWork source : placed) {
      for (PlacedWork.Placed one : source.within(ahead)) {
        Optional<Planned> upgrade = Optional.ofNullable(upgrades.remove(one.path()));
        all.add(
            new Work(
                one.what(),
                one.path(),
                upgrade.map(planned -> planned.upgrade().id().value()),
                upgrade.map(planned -> planned.upgrade().terms().owner()),
                List.copyOf(one.systems()),
                one.when(),
                one.when().length(),
                after(upgrade)));
      }
    }
    upgrades.forEach((path, planned) ->
        day(planned.upgrade().terms(), estate)
            .filter(ahead::meets)
            .ifPresent(day -> all.add(named(path, planned, day))));
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
