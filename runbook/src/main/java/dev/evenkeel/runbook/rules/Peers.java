package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.assembly.Joining;
import dev.evenkeel.runbook.written.RunbookText;
import dev.evenkeel.runbook.written.TargetText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Targets stand in for each other: all of them, and those of a group. A wave that works on all
 * peers at once leaves nobody to serve the users.
 */
final class Peers implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    List<Joining> waves = Joining.of(runbook);
    for (Map.Entry<String, Integer> peers : peers(runbook).entrySet()) {
      if (areAllAtOnce(peers.getKey(), peers.getValue(), waves, runbook, findings)) {
        return; // one place to change, so one finding
      }
    }
  }

  private static Map<String, Integer> peers(RunbookText runbook) {
    Map<String, Integer> peers = new LinkedHashMap<>();
    peers.put("", runbook.targets().size());
    runbook.targets().stream()
        .flatMap(target -> target.group().stream())
        .forEach(group -> peers.merge(group, 1, Integer::sum));
    return peers;
  }

  private static boolean areAllAtOnce(
      String group, int size, List<Joining> waves, RunbookText runbook, Findings findings) {
    int atOnce = runbook.rollout().maxUnavailable().of(runbook.targets().size());
    if (size < 2 || atOnce < size) {
      return false;
    }
    for (int i = 0; i < waves.size(); i++) {
      long joining =
          waves.get(i).joining().stream().filter(target -> isPeer(target, group)).count();
      if (joining == size) {
        findings.add(
            Rule.ALL_PEERS_AT_ONCE,
            runbook.rollout().at().whereOf("maxUnavailable"),
            "Wave %d works on %s at once: `maxUnavailable` is %d."
                .formatted(
                    i + 1,
                    group.isEmpty()
                        ? "all %d targets".formatted(size)
                        : "all %d targets of the group `%s`".formatted(size, group),
                    atOnce),
            "Set `maxUnavailable` to at most %d, or upgrade them in more waves."
                .formatted(size - 1));
        return true;
      }
    }
    return false;
  }

  private static boolean isPeer(TargetText target, String group) {
    return group.isEmpty() || target.group().filter(group::equals).isPresent();
  }
}
