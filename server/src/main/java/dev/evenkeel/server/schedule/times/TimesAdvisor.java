package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Finding;
import dev.evenkeel.calendar.Occurrence;
import dev.evenkeel.calendar.Recurrence;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.Roster;
import dev.evenkeel.estate.WallTimes;
import dev.evenkeel.server.inventory.EntryAdvisor;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.schedule.ChangeCalendar;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells, while a calendar, a freeze, holidays, a roster, a team or a system is typed, when it opens
 * or holds next, what is doubtful about it, and which work it gets into the way of.
 */
@Component
class TimesAdvisor implements EntryAdvisor {
  private static final int NEXT = 5;
  private static final int MOST = 20;

  private final Planned planned;
  private final Clock clock;

  TimesAdvisor(Planned planned, Clock clock) {
    this.planned = planned;
    this.clock = clock;
  }

  /** Times that are typed, with how a person knows them. */
  private record Typed(String name, WallTimes times, ZoneId zone) {}

  @Override
  public List<Advice> advise(Document wanted, Snapshot now) {
    Span ahead = Collisions.ahead(clock.instant(), ChangeCalendar.AHEAD);
    Estate before = now.estate();
    Estate after =
        before.changeBy(wanted).map(change -> before.after(List.of(change))).orElse(before);
    List<Typed> typed = typed(wanted);
    List<Advice> advice = new ArrayList<>();
    if (!typed.isEmpty()) {
      advice.add(new Advice(title(wanted), next(typed, ahead)));
      add("Doubtful times", doubts(typed, ahead), advice);
    }
    switch (wanted.kind()) {
      case CALENDAR, FREEZE, HOLIDAYS, ROSTER, TEAM, SYSTEM -> {
        var collisions = new Collisions(before, after, now::map, ahead);
        add("Gets into the way of", hits(collisions, ahead, after), advice);
        if (wanted.entry() instanceof EstateFreeze freeze) {
          add("Closes openings wholly", shut(collisions, freeze), advice);
        }
      }
      default -> {}
    }
    return advice;
  }

  private static void add(String title, List<Line> lines, List<Advice> advice) {
    if (!lines.isEmpty()) {
      advice.add(new Advice(title, lines));
    }
  }

  private static String title(Document wanted) {
    return switch (wanted.kind()) {
      case FREEZE -> "Holds next";
      case ROSTER -> "The next shifts";
      default -> "Opens next";
    };
  }

  private static List<Typed> typed(Document wanted) {
    ZoneId utc = ZoneId.of("UTC");
    return switch (wanted.entry()) {
      case EstateCalendar calendar ->
          calendar.windows().stream()
              .map(window ->
                  new Typed(
                      window.name().orElse(""),
                      window,
                      window.timeZone().or(calendar::timeZone).orElse(utc)))
              .toList();
      case EstateFreeze freeze ->
          List.of(new Typed("", freeze.when(), freeze.when().timeZone().orElse(utc)));
      case Roster roster ->
          roster.shifts().stream()
              .map(shift ->
                  new Typed(
                      shift.name().orElse(""), shift, shift.timeZone().orElse(roster.timeZone())))
              .toList();
      default -> List.of();
    };
  }

  /** One opening, of which window. */
  private record Next(Span span, Typed of) {}

  private static List<Line> next(List<Typed> typed, Span ahead) {
    List<Line> lines =
        typed.stream()
            .flatMap(one -> coming(one, ahead))
            .sorted(Comparator.comparing(next -> next.span().from()))
            .limit(NEXT)
            .map(next ->
                new Line(
                    "",
                    "%s %s%s"
                        .formatted(
                            new Shown(next.of().zone()).span(next.span()),
                            next.of().zone(),
                            next.of().name().isEmpty() ? "" : " (" + next.of().name() + ")"),
                    Optional.empty()))
            .toList();
    return lines.isEmpty()
        ? List.of(new Line("warn", "Not once in the next twelve months.", Optional.empty()))
        : lines;
  }

  private static Stream<Next> coming(Typed typed, Span ahead) {
    try {
      Recurrence when = typed.times().in(typed.zone());
      return when.expand("times", ahead).occurrences().stream()
          .limit(NEXT)
          .map(Occurrence::span)
          .map(span -> new Next(span, typed));
    } catch (CalendarUnfit tooMuch) {
      return Stream.empty();
    }
  }

  private static List<Line> doubts(List<Typed> typed, Span ahead) {
    List<Line> lines = new ArrayList<>();
    for (Typed one : typed) {
      String name = one.name().isEmpty() ? "" : one.name() + ": ";
      try {
        for (Finding found : one.times().in(one.zone()).expand("times", ahead).findings()) {
          if (!found.text().startsWith("It never takes place")) {
            lines.add(new Line("warn", name + found.text(), Optional.empty()));
          }
        }
      } catch (CalendarUnfit unfit) {
        lines.add(new Line("bad", name + unfit.findings().getFirst().text(), Optional.empty()));
      }
    }
    return lines.size() > MOST ? List.copyOf(lines.subList(0, MOST)) : lines;
  }

  private List<Line> hits(Collisions collisions, Span ahead, Estate after) {
    List<Planned.Work> hit = collisions.hit(planned.within(ahead, after));
    List<Line> lines =
        new ArrayList<>(
            hit.stream()
                .limit(MOST)
                .map(work ->
                    new Line(
                        "bad",
                        "%s, %s: %s is not open for %s then any more"
                            .formatted(
                                work.what(),
                                work.says(),
                                String.join(", ", work.systems()),
                                Shown.length(work.length())),
                        Optional.of(work.path())))
                .toList());
    if (hit.size() > MOST) {
      lines.add(new Line("bad", "and %d more".formatted(hit.size() - MOST), Optional.empty()));
    }
    return lines;
  }

  private static List<Line> shut(Collisions collisions, EstateFreeze freeze) {
    return collisions.shut(freeze).stream()
        .limit(MOST)
        .map(shut ->
            new Line(
                shut.closed() == shut.openings() ? "bad" : "warn",
                String.format(
                    Locale.ROOT,
                    "%,d of the %,d openings of calendar %s in twelve months, for %,d %s; the first is %s",
                    shut.closed(),
                    shut.openings(),
                    shut.calendar(),
                    shut.systems(),
                    shut.systems() == 1 ? "system" : "systems",
                    new Shown(shut.zone()).span(shut.first())),
                Optional.of("/estate/calendars/" + shut.calendar())))
        .toList();
  }
}
