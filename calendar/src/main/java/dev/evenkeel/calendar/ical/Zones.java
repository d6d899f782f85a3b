package dev.evenkeel.calendar.ical;

import com.ibm.icu.util.TimeZone;
import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Finding;
import dev.evenkeel.calendar.Rule;
import dev.evenkeel.calendar.WrittenTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Zones by the names a file gives them: those of the IANA database; else what the file's own
 * VTIMEZONE says, taken as the first zone (of Europe, if there is one) whose clocks are changed at
 * the same instants from 2020 to 2036; else those that Windows knows by that name.
 */
final class Zones {
  private static final LocalDateTime FROM = LocalDateTime.of(2020, 1, 1, 0, 0);
  private static final LocalDateTime TO = LocalDateTime.of(2037, 1, 1, 0, 0);

  private final Map<String, Optional<ZoneId>> known = new HashMap<>();
  private final List<Component> written;
  private final List<Finding> findings;

  Zones(Component calendar, List<Finding> findings) {
    this.written =
        calendar.parts().stream().filter(part -> part.name().equals("VTIMEZONE")).toList();
    this.findings = findings;
  }

  Optional<ZoneId> of(String name) {
    Optional<ZoneId> before = known.get(name);
    if (before == null) {
      before =
          WrittenTime.zone(name)
              .or(() -> ending(name))
              .or(() -> described(name))
              .or(() -> ofWindows(name));
      known.put(name, before);
    }
    return before;
  }

  /** Some programs put an address before the name: /example.org/Europe/Berlin. */
  private static Optional<ZoneId> ending(String name) {
    String[] parts = name.split("/");
    return name.startsWith("/") && parts.length > 2
        ? WrittenTime.zone(parts[parts.length - 2] + "/" + parts[parts.length - 1])
        : Optional.empty();
  }

  /** Such as {@code W. Europe Standard Time}: the zone that CLDR names first for it. */
  private static Optional<ZoneId> ofWindows(String name) {
    return Optional.ofNullable(TimeZone.getIDForWindowsID(name, null)).flatMap(WrittenTime::zone);
  }

  private Optional<ZoneId> described(String name) {
    Optional<Component> zone =
        written.stream().filter(part -> part.text("TZID").equals(name)).findFirst();
    Optional<ZoneId> same = zone.flatMap(Zones::same);
    same.ifPresent(taken ->
        findings.add(
            Finding.warning(
                "line " + zone.orElseThrow().number(),
                "The zone '%s' is not one of the IANA database; its rules are those of %s, which"
                    + " is taken.",
                name,
                taken)));
    return same;
  }

  private static Optional<ZoneId> same(Component zone) {
    Map<Instant, ZoneOffset> changes = new TreeMap<>();
    ZoneOffset last = ZoneOffset.UTC;
    try {
      for (Component part : zone.parts()) {
        ZoneOffset before = ZoneOffset.of(part.text("TZOFFSETFROM").strip());
        last = ZoneOffset.of(part.text("TZOFFSETTO").strip());
        Optional<ContentLine> rule = part.first("RRULE");
        if (rule.isPresent() && !before.equals(last)) {
          LocalDateTime start = LocalDateTime.parse(part.text("DTSTART"), Times.LOCAL);
          for (LocalDateTime time : new Rule(rule.get().value()).between(start, FROM, TO)) {
            changes.put(time.toInstant(before), last);
          }
        }
      }
    } catch (DateTimeException | CalendarUnfit e) {
      return Optional.empty();
    }
    if (changes.isEmpty()) {
      return Optional.of(last.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : last);
    }
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.matches("(Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/.*"))
        .sorted(
            Comparator.comparing((String id) -> !id.startsWith("Europe/")).thenComparing(id -> id))
        .map(ZoneId::of)
        .filter(id -> changes.equals(changes(id)))
        .findFirst();
  }

  private static Map<Instant, ZoneOffset> changes(ZoneId zone) {
    Map<Instant, ZoneOffset> changes = new TreeMap<>();
    Instant end = TO.toInstant(ZoneOffset.UTC);
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM.toInstant(ZoneOffset.UTC));
    while (next != null && next.getInstant().isBefore(end)) {
      changes.put(next.getInstant(), next.getOffsetAfter());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes;
  }
}
