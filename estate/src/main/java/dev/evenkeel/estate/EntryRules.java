package dev.evenkeel.estate;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What must hold in one document beyond its shape. */
final class EntryRules {
  private static final int HOURS = 24;
  private static final int LONGEST_TEXT = 20_000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private EntryRules() {}

  /**
   * @param entry what the body says
   */
  static void check(Value.Fields body, Entry entry, Findings findings) {
    texts(body, findings);
    name(body, findings);
    switch (entry) {
      case EstateSystem system -> {
        system.demand().ifPresent(demand -> demand(demand, fields(body, "demand"), findings));
        day(system.installed(), "installed", body, findings);
        day(system.supportEnd(), "supportEnd", body, findings);
        day(system.securityEnd(), "securityEnd", body, findings);
        day(system.warrantyEnd(), "warrantyEnd", body, findings);
      }
      case Person person -> absences(person, body, findings);
      case EstateCalendar calendar -> new CalendarRules(body, findings).check(calendar);
      case EstateFreeze freeze -> new CalendarRules(body, findings).check(freeze);
      case Holidays holidays -> new CalendarRules(body, findings).check(holidays);
      case Roster roster -> new CalendarRules(body, findings).check(roster);
      case Budget budget -> new CalendarRules(body, findings).check(budget);
      default -> {}
    }
  }

  /** Programs write 0000 and 9999 when they mean that there is no date, or no end. */
  static void day(Optional<LocalDate> day, String key, Value.Fields body, Findings findings) {
    day.filter(it -> it.getYear() < FIRST_YEAR || it.getYear() > LAST_YEAR)
        .ifPresent(it ->
            findings.add(
                Rule.OUT_OF_RANGE,
                body.whereOf(key),
                "`%s` is in the year %04d, in which nothing of an estate happens."
                    .formatted(key, it.getYear()),
                "Write a day from %d to %d, or leave it out when there is none."
                    .formatted(FIRST_YEAR, LAST_YEAR)));
  }

  /** Words that stand in addresses in place of a name. */
  private static void name(Value.Fields body, Findings findings) {
    if (body.values().get("name") instanceof Value.Scalar name && name.text().equals("new")) {
      findings.add(
          Rule.RESERVED_NAME,
          name.where(),
          "The name 'new' stands for a document that is not there yet.",
          "Choose another name.");
    }
  }

  private static void texts(Value value, Findings findings) {
    switch (value) {
      case Value.Scalar scalar -> text(scalar.text(), scalar.where(), findings);
      case Value.Items items -> items.values().forEach(item -> texts(item, findings));
      case Value.Fields fields ->
          fields
              .values()
              .forEach((key, item) -> {
                text(key, fields.whereKey(key), findings);
                texts(item, findings);
              });
    }
  }

  private static void text(String text, Where where, Findings findings) {
    if (text.length() > LONGEST_TEXT) {
      findings.add(
          Rule.TOO_LARGE,
          where,
          String.format(
              Locale.ROOT,
              "A text has %,d characters; the most in a document are %,d.",
              text.length(),
              LONGEST_TEXT),
          "Shorten it, or keep it elsewhere and put its address here.");
    } else if (!canBeKept(text)) {
      findings.add(
          Rule.BAD_CHARACTER,
          where,
          "A text holds a character that cannot be shown or kept.",
          "Remove control characters and halves of characters.");
    } else if (text.codePoints().anyMatch(EntryRules::turnsAround)) {
      findings.add(
          Rule.BAD_CHARACTER,
          where,
          "A text holds a character that turns the text after it around, so it would read as something else.",
          "Remove the characters U+202A to U+202E and U+2066 to U+2069; names in Arabic or Hebrew need none of them.");
    }
  }

  private static boolean turnsAround(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }

  private static boolean canBeKept(String text) {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      boolean control = c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c == 0x7F;
      if (control || c >= 0xD800 && c <= 0xDFFF) {
        return false;
      }
      at += Character.charCount(c);
    }
    return true;
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
      Value.Fields at =
          (Value.Fields)
              ((Value.Items) Objects.requireNonNull(body.values().get("absences"))).values().get(i);
      day(Optional.of(absence.from()), "from", at, findings);
      day(Optional.of(absence.to()), "to", at, findings);
      if (absence.to().isBefore(absence.from())) {
        findings.add(
            Rule.OUT_OF_RANGE,
            at.where(),
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
