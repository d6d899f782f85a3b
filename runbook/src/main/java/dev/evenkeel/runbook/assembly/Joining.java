package dev.evenkeel.runbook.assembly;

import dev.evenkeel.runbook.grammar.Share;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.TargetText;
import dev.evenkeel.runbook.written.WaveText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which targets join in which wave.
 *
 * @param joining targets upgraded in the wave; may be none, when it only widens the traffic
 * @param upgraded how many targets are upgraded when the wave is done
 */
public record Joining(WaveText wave, List<TargetText> joining, int upgraded) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  public Joining {
    joining = List.copyOf(joining);
  }

  /** One for each wave, in their order. */
  public static List<Joining> of(RunbookText runbook) {
    List<TargetText> order = ordered(runbook);
    Set<TargetText> upgraded = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Joining> waves = new ArrayList<>();
    for (WaveText wave : runbook.rollout().waves()) {
      long room =
          wave.groups().isEmpty() ? wanted(wave, order.size()) - upgraded.size() : order.size();
      List<TargetText> joining =
          order.stream()
              .filter(target -> !upgraded.contains(target))
              .filter(target -> wave.groups().isEmpty() || isIn(target, wave))
              .limit(Math.max(0, room))
              .toList();
      upgraded.addAll(joining);
      waves.add(new Joining(wave, joining, upgraded.size()));
    }
    return waves;
  }

  private static boolean isIn(TargetText target, WaveText wave) {
    return target.group().filter(wave.groups()::contains).isPresent();
  }

  private static long wanted(WaveText wave, int all) {
    double share = wave.targets().or(wave::traffic).map(Share::of).orElse(0.0);
    // 0.07 * 100 is 7.000000000000001: without the tolerance it would round up to 8 targets
    return (long) Math.ceil(share * all - 1e-9);
  }

  private static List<TargetText> ordered(RunbookText runbook) {
    return runbook
        .rollout()
        .orderBy()
        .map(fact ->
            runbook.targets().stream()
                .sorted(
                    Comparator.comparing(
                        target -> target.facts().getOrDefault(fact, ""), Joining::naturally))
                .toList())
        .orElse(runbook.targets());
  }

  /** Whole numbers by size, all else by letter. */
  private static int naturally(String a, String b) {
    boolean numbers = NUMBER.matcher(a).matches() && NUMBER.matcher(b).matches();
    return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
  }
}
