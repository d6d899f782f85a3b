package dev.evenkeel.server.audit;

import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.Facts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the trail as people read it.
 *
 * @param page where the subject is shown, if it has a page
 */
public record TrailRow(
    long seq,
    Instant at,
    String moment,
    String kind,
    String actor,
    String what,
    String subject,
    Optional<String> page,
    Map<String, String> facts,
    String hash) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Where a page is that has another address than what is told of. */
  private static final Pattern TASK = Pattern.compile("/upgrades/\\d+(/tasks/\\d+)");

  private static final Pattern COSTS = Pattern.compile("(/upgrades/\\d+)/costs");

  /** What is below these is shown on them. */
  private static final Pattern PAGES =
      Pattern.compile(
          "/upgrades/\\d+(/(risks|schedule))?|/runs/[a-z0-9]+|/estate/(changes|imports|[a-z-]+)/[^/]+|/schedule/timetables/\\d+|/templates/[a-z0-9-]+");

  public static TrailRow of(Entry entry) {
    var deed = entry.deed();
    return new TrailRow(
        entry.seq(),
        deed.at(),
        MOMENT.format(deed.at()),
        switch (deed.actorKind()) {
          case "TOKEN" -> "token";
          case "SYSTEM" -> "by itself";
          default -> "";
        },
        deed.actor(),
        deed.what(),
        deed.subject(),
        page(deed.subject()),
        facts(deed.facts()),
        entry.hash());
  }

  private static Optional<String> page(String subject) {
    Matcher task = TASK.matcher(subject);
    if (task.matches()) {
      return Optional.of(task.group(1));
    }
    Matcher costs = COSTS.matcher(subject);
    if (costs.lookingAt()) {
      return Optional.of(costs.group(1) + "/budget");
    }
    Matcher found = PAGES.matcher(subject);
    return found.lookingAt() ? Optional.of(found.group()) : Optional.empty();
  }

  /** Somebody may have spoilt them; the page must still be there. */
  private static Map<String, String> facts(String text) {
    try {
      return Facts.read(text);
    } catch (IllegalArgumentException spoilt) {
      return Map.of("unreadable", text);
    }
  }
}
