package dev.evenkeel.estate;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.util.List;
import java.util.Objects;

/** What must hold in one document beyond its shape. */
final class EntryRules {
  private static final int HOURS = 24;

  private EntryRules() {}

  /**
   * @param entry what the body says
   */
  static void check(Value.Fields body, Entry entry, Findings findings) {
    switch (entry) {
      case EstateSystem system ->
          system.demand().ifPresent(demand -> demand(demand, fields(body, "demand"), findings));
      case Person person -> absences(person, body, findings);
      default -> {}
    }
  }

  private static void demand(Demand demand, Value.Fields at, Findings findings) {
    hours(demand.weekdays(), "weekdays", true, at, findings);
    hours(demand.saturday(), "saturday", false, at, findings);
    hours(demand.sunday(), "sunday", false, at, findings);
  }

  private static void hours(
      List<Double> given, String key, boolean needed, Value.Fields at, Findings findings) {
    if (given.size() != HOURS && (needed || !given.isEmpty())) {
      findings.add(
          Rule.OUT_OF_RANGE,
          at.whereOf(key),
          "`%s` has %d numbers; a day has %d hours.".formatted(key, given.size(), HOURS),
          "Give one number for every hour, the first for 00:00 to 01:00.");
    }
  }

  private static void absences(Person person, Value.Fields body, Findings findings) {
    for (int i = 0; i < person.absences().size(); i++) {
      Person.Absence absence = person.absences().get(i);
      if (absence.to().isBefore(absence.from())) {
        findings.add(
            Rule.OUT_OF_RANGE,
            ((Value.Items) Objects.requireNonNull(body.values().get("absences")))
                .values()
                .get(i)
                .where(),
            "The absence ends on %s, before it begins on %s."
                .formatted(absence.to(), absence.from()),
            "Put the earlier day into `from`.");
      }
    }
  }

  private static Value.Fields fields(Value.Fields body, String key) {
    return (Value.Fields) Objects.requireNonNull(body.values().get(key));
  }
}
