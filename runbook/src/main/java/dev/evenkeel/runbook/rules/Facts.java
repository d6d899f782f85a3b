package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.written.TargetText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which facts the targets have. */
final class Facts {
  private final List<TargetText> targets;
  private final Map<String, Integer> having = new HashMap<>();

  Facts(List<TargetText> targets) {
    this.targets = targets;
    targets.forEach(
        target -> target.facts().keySet().forEach(fact -> having.merge(fact, 1, Integer::sum)));
  }

  /** All facts that at least one target has. */
  Set<String> names() {
    return having.keySet();
  }

  boolean isKnown(String fact) {
    return having.containsKey(fact);
  }

  /** The name of the first target without that fact. */
  Optional<String> lacking(String fact) {
    if (having.getOrDefault(fact, 0) == targets.size()) {
      return Optional.empty();
    }
    return targets.stream()
        .filter(target -> !target.facts().containsKey(fact))
        .map(TargetText::name)
        .findFirst();
  }

  /** The name of the first target that is in no group. */
  Optional<String> lackingGroup() {
    return targets.stream()
        .filter(target -> target.group().isEmpty())
        .map(TargetText::name)
        .findFirst();
  }
}
