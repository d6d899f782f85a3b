package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what stands in the way in times and titles; the optimiser knows slots and keys. */
final class ObstacleWords {
  private static final Pattern SLOTS = Pattern.compile("\\bslot (\\d+)(?: to (\\d+))?");
  private static final Pattern LENGTH = Pattern.compile("\\b(\\d+) (later|too early)");
  private static final Pattern KEY = Pattern.compile("\\bu\\d+\\b");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final SlotGrid grid;
  private final Map<String, String> titles;

  ObstacleWords(SlotGrid grid, Map<String, String> titles) {
    this.grid = grid;
    this.titles = titles;
  }

  String title(String key) {
    return titles.getOrDefault(key, key);
  }

  String name(Obstacle obstacle) {
    return title(obstacle.name());
  }

  String says(Obstacle obstacle) {
    String timed =
        SLOTS
            .matcher(obstacle.says())
            .replaceAll(found ->
                found.group(2) == null
                    ? time(found.group(1))
                    : "%s to %s".formatted(time(found.group(1)), time(found.group(2))));
    String lengths =
        LENGTH
            .matcher(timed)
            .replaceAll(found -> "%s %s".formatted(length(found.group(1)), found.group(2)));
    return KEY.matcher(lengths)
        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(title(found.group())));
  }

  private String time(String slot) {
    return TIME.format(grid.at(Integer.parseInt(slot)));
  }

  private String length(String slots) {
    long minutes = (long) Integer.parseInt(slots) * grid.minutes();
    return minutes >= 2_880
        ? "%d days".formatted(minutes / 1_440)
        : minutes % 60 == 0
            ? "%d h".formatted(minutes / 60)
            : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
