package dev.evenkeel.server.execution.machine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.runbook.Wave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A wave worked out for the targets there are.
 *
 * @param number from 1
 * @param joining the targets upgraded in this wave; may be none, when a wave only widens the
 *     traffic
 * @param upgraded all targets upgraded when the wave is done, in the order of upgrading
 * @param share upgraded targets of all, 0 to 1
 * @param traffic share of the traffic the upgraded targets shall take together, 0 to 1
 * @param weight percent of a normal target's weight that gives them that share, 1 to 100
 * @param previousWeight the weight in the wave before, 0 in the first
 */
public record WaveShape(
    int number,
    String name,
    List<Target> joining,
    List<Target> upgraded,
    double share,
    double traffic,
    int weight,
    int previousWeight,
    Duration soak) {

  public WaveShape {
    joining = List.copyOf(joining);
    upgraded = List.copyOf(upgraded);
  }

  static List<WaveShape> of(Runbook runbook) {
    Map<String, Target> byName =
        runbook.targets().stream().collect(Collectors.toMap(Target::name, Function.identity()));
    int all = runbook.targets().size();
    List<WaveShape> shapes = new ArrayList<>();
    List<Target> upgraded = new ArrayList<>();
    int previousWeight = 0;
    for (Wave wave : runbook.rollout().waves()) {
      List<Target> joining = wave.joining().stream().map(byName::get).toList();
      upgraded.addAll(joining);
      int weight = weight(wave.traffic(), upgraded.size(), all);
      shapes.add(
          new WaveShape(
              shapes.size() + 1,
              wave.name(),
              joining,
              upgraded,
              (double) upgraded.size() / all,
              wave.traffic(),
              weight,
              previousWeight,
              wave.soak()));
      previousWeight = weight;
    }
    return shapes;
  }

  /**
   * The weight w of k upgraded among n targets, the others having 100, so that k·w / (k·w +
   * (n−k)·100) is the share s: w = 100·s·(n−k) / (k·(1−s)), at most 100.
   */
  static int weight(double traffic, int upgraded, int all) {
    if (upgraded == 0 || upgraded == all || traffic >= 1) {
      return 100;
    }
    double weight = 100 * traffic * (all - upgraded) / (upgraded * (1 - traffic));
    return Math.clamp(Math.round(weight), 1, 100);
  }
}
