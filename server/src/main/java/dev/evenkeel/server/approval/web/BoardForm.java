package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.MeetingTerms;
import dev.evenkeel.server.shared.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what forms and programs send about meetings of the board. */
final class BoardForm {
  private static final int LINE = 200;
  private static final int LIST = 2_000;
  private static final int LONGEST_PAUSE = 52;

  private BoardForm() {}

  static Optional<MeetingTerms> terms(Typed typed) {
    ZoneId zone = zone(typed);
    Optional<Instant> at =
        typed.says("zone").isEmpty() ? Given.moment(typed, "at") : Optional.empty();
    if (at.isEmpty() && typed.says("at").isEmpty()) {
      typed.wrong("at", "This is missing. Say when the board meets, such as 2026-12-03T14:00.");
    }
    String title = typed.words("title", LINE).orElse("Change advisory board");
    List<String> members = names(typed, "members");
    Optional<Integer> weeks = typed.whole("everyWeeks", 1, LONGEST_PAUSE);
    return typed.isWrong()
        ? Optional.empty()
        : Optional.of(new MeetingTerms(at.orElseThrow(), zone, title, members, weeks));
  }

  private static ZoneId zone(Typed typed) {
    String zone = typed.text("zone");
    try {
      return ZoneId.of(zone.isEmpty() ? "UTC" : zone);
    } catch (DateTimeException none) {
      typed.wrong("zone", "'%s' is no time zone. Write it as Europe/Berlin.".formatted(zone));
      return ZoneId.of("UTC");
    }
  }

  /** Names with commas or on lines of their own. */
  static List<String> names(Typed typed, String path) {
    return typed.words(path, LIST).stream()
        .flatMap(text -> Arrays.stream(text.split("[,;\\r\\n]+")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  static Typed filled(MeetingTerms terms) {
    Map<String, String> there = new HashMap<>();
    there.put("at", terms.wall());
    there.put("zone", terms.zone().getId());
    there.put("title", terms.title());
    there.put("members", String.join(", ", terms.members()));
    terms.everyWeeks().ifPresent(weeks -> there.put("everyWeeks", String.valueOf(weeks)));
    return Typed.of(there);
  }
}
