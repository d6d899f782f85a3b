package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.LaunchTerms;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Workdays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads how a template is launched. */
final class LaunchForm {
  private static final int LINE = 200;
  private static final int MOST_DAYS = 100;

  private LaunchForm() {}

  /**
   * @param usual zone, when none is said
   */
  static LaunchTerms read(Typed typed, Instant now, ZoneId usual) {
    String template = typed.needed("template", LINE, "Choose a template.");
    ZoneId zone = zone(typed, usual);
    Instant at =
        typed
            .day("day")
            .filter(day -> !day.equals(now.atZone(zone).toLocalDate()))
            .map(day -> day.atTime(9, 0).atZone(zone).toInstant())
            .orElse(now);
    return new LaunchTerms(
        template,
        typed.whole("version", 1, Integer.MAX_VALUE),
        at,
        zone,
        new Workdays(typed.ticked("workingDays"), daysOff(typed)),
        typed.choice("basis", Basis.class).filter(one -> one != Basis.PREVIOUS_STEP),
        owner(typed, "owner"));
  }

  static Optional<Owner> owner(Typed typed, String path) {
    Optional<String> text = typed.words(path, LINE);
    Optional<Owner> owner = text.flatMap(Owner::parse);
    if (text.isPresent() && owner.isEmpty()) {
      typed.wrong(
          path,
          "'%s' is nobody. Write a sign-in name, team:NAME or role:NAME.".formatted(text.get()));
    }
    return owner;
  }

  private static ZoneId zone(Typed typed, ZoneId usual) {
    String text = typed.words("zone", LINE).orElse(usual.getId());
    try {
      return ZoneId.of(text);
    } catch (DateTimeException none) {
      typed.wrong(
          "zone", "There is no zone '%s'. Write one such as Europe/Berlin.".formatted(text));
      return ZoneId.of("UTC");
    }
  }

  private static Set<LocalDate> daysOff(Typed typed) {
    Set<LocalDate> days = new LinkedHashSet<>();
    Arrays.stream(typed.text("daysOff").split("[\\s,;]+"))
        .filter(one -> !one.isEmpty())
        .forEach(one -> {
          try {
            days.add(LocalDate.parse(one));
          } catch (DateTimeException none) {
            typed.wrong("daysOff", "'%s' is no day. Write days as 2027-12-24.".formatted(one));
          }
        });
    if (days.size() > MOST_DAYS) {
      typed.wrong("daysOff", "%d days are off; at most %d fit.".formatted(days.size(), MOST_DAYS));
    }
    return days;
  }
}
