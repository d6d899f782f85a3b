package dev.evenkeel.estate;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Occurrence;
import dev.evenkeel.calendar.Recurrence;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of times that a wall clock shows, and what is doubtful in them. */
final class WallTimeRules {
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration YEAR = Duration.ofDays(366);

  /** 29 February falls on every day of the week within 40 years, whatever century they cross. */
  private static final List<Duration> LONGER = List.of(YEAR.multipliedBy(9), YEAR.multipliedBy(40));

  private final WallTimes times;
  private final Value.Fields at;
  private final ZoneId zone;
  private final Findings findings;

  private WallTimeRules(WallTimes times, Value.Fields at, ZoneId zone, Findings findings) {
    this.times = times;
    this.at = at;
    this.zone = zone;
    this.findings = findings;
  }

  /**
   * @param at where it stands
   * @param usual the zone where none is said; none where each system has its own
   */
  static void check(WallTimes times, Value.Fields at, Optional<ZoneId> usual, Findings findings) {
    ZoneId zone = times.timeZone().or(() -> usual).orElse(ZoneOffset.UTC);
    var rules = new WallTimeRules(times, at, zone, findings);
    try {
      rules.check(times.in(usual.orElse(ZoneId.of("UTC"))));
    } catch (CalendarUnfit e) {
      e.findings().forEach(rules::unfit);
    }
  }

  private void check(Recurrence when) {
    Instant start = when.start().atZone(zone).toInstant();
    if (!takesPlace(when, start)) {
      findings.add(
          Rule.OUT_OF_RANGE,
          at.whereOf(times.rule().isPresent() ? "rule" : "start"),
          "It never takes place: the rule gives no time, or what it gives is left out.",
          "Look at the rule, its UNTIL and `except`; or remove the whole entry.");
      return;
    }
    leftOut(when);
    tooShort(when);
    doubtful(when, start);
  }

  /** Looks a year ahead first, where nearly all take place. */
  private boolean takesPlace(Recurrence when, Instant start) {
    LocalDateTime first = when.also().stream().min(LocalDateTime::compareTo).orElse(when.start());
    Instant from = first.isBefore(when.start()) ? first.atZone(zone).toInstant() : start;
    return !expanded(when, new Span(from.minus(Duration.ofDays(1)), start.plus(YEAR))).isEmpty()
        || LONGER.stream()
            .anyMatch(ahead -> !expanded(when, new Span(start, start.plus(ahead))).isEmpty());
  }

  private static List<Occurrence> expanded(Recurrence when, Span range) {
    return when.expand("times", range).occurrences();
  }

  /** A beginning that is left out and was none leaves open what somebody meant to close. */
  private void leftOut(Recurrence when) {
    Set<LocalDateTime> except = new HashSet<>(when.except());
    if (except.isEmpty()) {
      return;
    }
    var whole =
        new Recurrence(
            when.zone(), when.start(), when.length(), when.rule(), List.of(), when.also());
    for (LocalDateTime none : except) {
      Instant then = none.atZone(zone).toInstant();
      var around = new Span(then.minus(Duration.ofDays(1)), then.plus(Duration.ofDays(1)));
      if (expanded(whole, around).stream().noneMatch(one -> one.start().equals(none))) {
        findings.add(
            Rule.OUT_OF_RANGE,
            at.whereOf("except"),
            "`except` leaves out %s, when nothing begins anyway.".formatted(none),
            "Write the beginning itself, date and time of day, or remove it.");
      }
    }
  }

  private void tooShort(Recurrence when) {
    Instant from = when.start().toInstant(ZoneOffset.UTC);
    Duration length = Duration.between(from, when.length().end(when.start(), ZoneOffset.UTC));
    if (length.compareTo(SHORTEST) < 0) {
      doubt(
          "short-time",
          at.whereOf(times.end().isPresent() ? "end" : "lasts"),
          "It lasts only %d s; hardly any change fits into that.".formatted(length.toSeconds()),
          "Let it last longer, if that is not what you mean.");
    }
  }

  /** The clock changes of two years, in which all of a zone's have their turn. */
  private void doubtful(Recurrence when, Instant start) {
    Instant end = start.plus(YEAR.multipliedBy(2));
    Set<Boolean> told = new HashSet<>();
    ZoneOffsetTransition change = zone.getRules().nextTransition(start.minus(Duration.ofDays(1)));
    while (change != null && change.getInstant().isBefore(end)) {
      Instant then = change.getInstant();
      var around = new Span(then.minus(Duration.ofHours(26)), then.plus(Duration.ofHours(26)));
      for (var doubt : when.expand("times", around).findings()) {
        boolean aboutClocks = doubt.text().contains("clocks");
        if (aboutClocks && told.add(change.isGap())) {
          String[] says = sentences(doubt.text());
          doubt("doubtful-time", at.whereOf("start"), says[0], says[1]);
        }
      }
      change = zone.getRules().nextTransition(then);
    }
  }

  private void unfit(dev.evenkeel.calendar.Finding found) {
    String said = found.where().substring(found.where().lastIndexOf(' ') + 1);
    String key = said.equals("end") && times.end().isEmpty() ? "lasts" : said;
    String[] says = sentences(found.text());
    findings.add(Rule.OUT_OF_RANGE, at.whereOf(key), "`%s`: %s".formatted(key, says[0]), says[1]);
  }

  private void doubt(String rule, Where where, String message, String wayOut) {
    findings.add(new Finding(Finding.Severity.WARNING, rule, "", where, message, wayOut));
  }

  /** The calendar's findings end with what to do, in a sentence of its own. */
  private static String[] sentences(String text) {
    int last = text.lastIndexOf(". ", text.length() - 2);
    return last < 0
        ? new String[] {text, "Mend it."}
        : new String[] {text.substring(0, last + 1), text.substring(last + 2)};
  }
}
