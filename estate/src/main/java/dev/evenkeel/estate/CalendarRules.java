package dev.evenkeel.estate;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must hold in calendars, freezes, holidays, rosters and budgets beyond their shape. */
final class CalendarRules {
  /** More are no plan of people, and would be listed for every system that is asked about. */
  private static final int MOST_TIMES = 500;

  private final Value.Fields body;
  private final Findings findings;

  CalendarRules(Value.Fields body, Findings findings) {
    this.body = body;
    this.findings = findings;
  }

  void check(EstateCalendar calendar) {
    if (calendar.windows().isEmpty()) {
      findings.add(
          new Finding(
              Finding.Severity.WARNING,
              "no-window",
              "",
              body.whereOf("name"),
              "The calendar has no window, so its systems may never be changed.",
              "Add a window; or let systems name no calendar, if they may be changed at any time."));
    }
    times("windows", calendar.windows(), calendar.timeZone());
  }

  void check(EstateFreeze freeze) {
    EstateFreeze.FreezeScope scope = freeze.scope();
    boolean some =
        !scope.systems().isEmpty()
            || !scope.teams().isEmpty()
            || !scope.groups().isEmpty()
            || !scope.criticalities().isEmpty();
    if (some == scope.all()) {
      findings.add(
          Rule.KEY_COMBINATION,
          body.whereOf("scope"),
          some ? "The scope says `all: true` and names some as well." : "The scope covers nothing.",
          "Write either `all: true`, or any of systems, teams, groups and criticalities.");
    }
    WallTimeRules.check(freeze.when(), (Value.Fields) value("when"), Optional.empty(), findings);
  }

  void check(Holidays holidays) {
    if (tooMany("days", holidays.days())) {
      return;
    }
    Map<LocalDate, Integer> seen = new HashMap<>();
    for (int i = 0; i < holidays.days().size(); i++) {
      Value.Fields at = item("days", i);
      LocalDate day = holidays.days().get(i).day();
      EntryRules.day(Optional.of(day), "day", at, findings);
      Integer before = seen.putIfAbsent(day, i);
      if (before != null) {
        findings.add(
            Rule.DUPLICATE_NAME,
            at.whereOf("day"),
            "%s stands here a second time; the first is on line %d."
                .formatted(day, item("days", before).where().line()),
            "Remove one of the two.");
      }
    }
  }

  void check(Roster roster) {
    times("shifts", roster.shifts(), Optional.of(roster.timeZone()));
    for (int i = 0; i < Math.min(roster.shifts().size(), MOST_TIMES); i++) {
      Shift shift = roster.shifts().get(i);
      if (shift.people().isEmpty() == shift.count().isEmpty()) {
        findings.add(
            Rule.KEY_COMBINATION,
            item("shifts", i).where(),
            shift.people().isEmpty()
                ? "The shift does not say who works then, nor how many."
                : "The shift says both who works then and how many.",
            "Write either `people` with names, or `count` with a number.");
      }
    }
  }

  void check(Budget budget) {
    if (!budget.currency().matches("[A-Z]{3}")) {
      findings.add(
          Rule.OUT_OF_RANGE,
          body.whereOf("currency"),
          "'%s' is no currency.".formatted(budget.currency()),
          "Write three capital letters, such as EUR.");
    }
    if (tooMany("periods", budget.periods())) {
      return;
    }
    for (int i = 0; i < budget.periods().size(); i++) {
      period(budget, i);
    }
  }

  private void period(Budget budget, int i) {
    Budget.Period period = budget.periods().get(i);
    Value.Fields at = item("periods", i);
    EntryRules.day(Optional.of(period.from()), "from", at, findings);
    EntryRules.day(Optional.of(period.to()), "to", at, findings);
    if (period.to().isBefore(period.from())) {
      findings.add(
          Rule.OUT_OF_RANGE,
          at.whereOf("to"),
          "The period ends on %s, before it begins on %s.".formatted(period.to(), period.from()),
          "Put the earlier day into `from`.");
      return;
    }
    for (int j = 0; j < i; j++) {
      Budget.Period other = budget.periods().get(j);
      if (!other.from().isAfter(period.to()) && !other.to().isBefore(period.from())) {
        findings.add(
            Rule.OUT_OF_RANGE,
            at.whereOf("from"),
            "The period %s to %s has days of another one, %s to %s on line %d; what is spent on them would count twice."
                .formatted(
                    period.from(),
                    period.to(),
                    other.from(),
                    other.to(),
                    item("periods", j).where().line()),
            "Let one begin on the day after the other ends.");
        return;
      }
    }
  }

  private void times(String key, List<? extends WallTimes> times, Optional<ZoneId> usual) {
    if (tooMany(key, times)) {
      return;
    }
    for (int i = 0; i < times.size(); i++) {
      WallTimeRules.check(times.get(i), item(key, i), usual, findings);
    }
  }

  private boolean tooMany(String key, List<?> items) {
    if (items.size() <= MOST_TIMES) {
      return false;
    }
    findings.add(
        Rule.TOO_LARGE,
        body.whereOf(key),
        String.format(
            Locale.ROOT, "`%s` has %,d entries; the most are %,d.", key, items.size(), MOST_TIMES),
        "Let them recur by a rule, or make several documents.");
    return true;
  }

  private Value.Fields item(String key, int index) {
    return (Value.Fields) ((Value.Items) value(key)).values().get(index);
  }

  private Value value(String key) {
    Value value = body.values().get(key);
    if (value == null) {
      throw new IllegalStateException("no " + key);
    }
    return value;
  }
}
