package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.problem.Problem;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what stands in the way in times and titles; the optimiser knows slots and keys. */
final class ObstacleWords {
  private static final Pattern KEY = Pattern.compile("\\bu\\d+\\b");

  private final Telling telling;
  private final Map<String, String> titles;

  ObstacleWords(Problem problem, Map<String, String> titles) {
    this.telling = Telling.dates(problem, ZoneOffset.UTC);
    this.titles = titles;
  }

  String title(String key) {
    return titles.getOrDefault(key, key);
  }

  String name(Obstacle obstacle) {
    return title(obstacle.name());
  }

  String says(Obstacle obstacle) {
    return named(obstacle.says(telling));
  }

  String wants(Obstacle obstacle) {
    return named(obstacle.wants(telling));
  }

  private String named(String text) {
    return KEY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(title(found.group())));
  }
}
