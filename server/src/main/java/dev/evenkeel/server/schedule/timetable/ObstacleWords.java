package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.problem.Problem;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what stands in the way in times and titles; the optimiser knows slots and keys. */
public final class ObstacleWords {
  private static final Pattern KEY = Pattern.compile("\\bu\\d+\\b");

  private final Telling telling;
  private final Map<String, String> titles = new HashMap<>();

  public ObstacleWords(Problem problem) {
    this.telling = Telling.dates(problem, ZoneOffset.UTC);
    problem.systems().forEach(one -> titles.put(one.id(), one.name()));
  }

  public String title(String key) {
    return titles.getOrDefault(key, key);
  }

  public String name(Obstacle obstacle) {
    return title(obstacle.name());
  }

  public String says(Obstacle obstacle) {
    return named(obstacle.says(telling));
  }

  public String wants(Obstacle obstacle) {
    return named(obstacle.wants(telling));
  }

  private String named(String text) {
    return KEY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(title(found.group())));
  }
}
