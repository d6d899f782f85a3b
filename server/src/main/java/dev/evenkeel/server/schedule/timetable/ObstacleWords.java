package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.problem.Problem;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what stands in the way in times and titles; the optimiser knows slots and keys. */
public final class ObstacleWords {
  private static final Pattern FREEZE =
      Pattern.compile("the freeze (freeze|business-critical period|holidays?) '");
  private static final Pattern WINDOWS = Pattern.compile("(windows of (?:[^:;]*?)) is closed");
  private static final Pattern KEY = Pattern.compile("\\bu\\d+\\b");

  private final Telling telling;
  private final Map<String, String> titles = new HashMap<>();

  public ObstacleWords(Problem problem) {
    this(problem, ZoneOffset.UTC);
  }

  /**
   * @param zone by whose clock times are told
   */
  public ObstacleWords(Problem problem, ZoneId zone) {
    this.telling = Telling.dates(problem, zone);
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

  /** The name of a freeze says itself what sort of one it is; windows are several. */
  private String named(String text) {
    String said = FREEZE.matcher(text).replaceAll("the $1 '");
    return KEY.matcher(WINDOWS.matcher(said).replaceAll("$1 are closed"))
        .replaceAll(found -> Matcher.quoteReplacement(title(found.group())));
  }
}
