package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.schedule.timetable.PlanningWish;
import dev.evenkeel.server.shared.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is wished of a timetable. */
final class WishForm {
  private static final int LINE = 200;
  private static final int DAYS = 365;
  private static final int MOST_DAYS = 730;
  private static final int SECONDS = 30;
  private static final int MOST_SECONDS = 3_600;
  private static final int LAST_YEAR = 9_999;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000_000L);

  private WishForm() {}

  /** What is wrong is said to {@code typed}. */
  static PlanningWish read(Typed typed, Optional<Long> basedOn) {
    return new PlanningWish(
        typed.words("name", LINE).orElse("Timetable"),
        typed.whole("days", 7, MOST_DAYS).orElse(DAYS),
        typed.whole("seconds", 1, MOST_SECONDS).orElse(SECONDS),
        upgrades(typed),
        typed.whole("mostOfAWorkflow", 1, 1_000).orElse(1),
        basedOn.or(() -> typed.whole("basedOn", 1, Integer.MAX_VALUE).map(Integer::longValue)),
        pins(typed),
        names(typed, "withoutFreezes"),
        amounts(typed, "morePeople", "team", "people"),
        amounts(typed, "moreMoney", "budget", "amount"));
  }

  private static List<Long> upgrades(Typed typed) {
    List<Long> upgrades = new ArrayList<>();
    for (String name : names(typed, "upgrades")) {
      if (name.matches("\\d{1,18}")) {
        upgrades.add(Long.parseLong(name));
      } else {
        typed.wrong("upgrades", "'%s' is not the number of an upgrade.".formatted(name));
      }
    }
    return upgrades;
  }

  private static List<String> names(Typed typed, String path) {
    List<String> names = new ArrayList<>();
    Arrays.stream(typed.text(path).split("[\\s,;]+"))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    for (int row = 0; row < typed.rows(path); row++) {
      String name = typed.text("%s[%d]".formatted(path, row));
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private static Map<String, Long> amounts(Typed typed, String path, String of, String many) {
    Map<String, Long> amounts = new LinkedHashMap<>();
    for (int row = 0; row < typed.rows(path); row++) {
      if (typed.has("%s[%d]".formatted(path, row))) {
        String at = "%s[%d].".formatted(path, row);
        String name = typed.needed(at + of, LINE, "Write which one.");
        typed
            .number(at + many, BigDecimal.ONE, MOST_MONEY)
            .ifPresent(amount -> amounts.merge(name, amount.longValue(), Long::sum));
      }
    }
    return amounts;
  }

  private static List<PlanningWish.Pin> pins(Typed typed) {
    List<PlanningWish.Pin> pins = new ArrayList<>();
    for (int row = 0; row < typed.rows("pins"); row++) {
      String at = "pins[%d].".formatted(row);
      Optional<Integer> upgrade = typed.whole(at + "upgrade", 1, Integer.MAX_VALUE);
      Optional<Instant> start = instant(typed, at + "start");
      String mode = typed.needed(at + "mode", LINE, "Write the way, such as big-bang.");
      if (upgrade.isPresent() && start.isPresent()) {
        pins.add(new PlanningWish.Pin(upgrade.get(), start.get(), mode));
      } else if (!typed.isWrong()) {
        typed.wrong(at + "upgrade", "A pin names an upgrade, its start and its mode.");
      }
    }
    return pins;
  }

  /** A time in UTC, or with an offset. */
  static Optional<Instant> instant(Typed typed, String path) {
    String text = typed.needed(path, LINE, "Write a time such as 2027-03-31T18:00:00Z.");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
        throw new DateTimeException("nobody plans for then");
      }
      return Optional.of(time.toInstant());
    } catch (DateTimeException none) {
      typed.wrong(path, "'%s' is no time. Write it as 2027-03-31T18:00:00Z.".formatted(text));
      return Optional.empty();
    }
  }
}
