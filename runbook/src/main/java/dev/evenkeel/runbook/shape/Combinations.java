package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.words.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Looks whether keys that exclude or need each other are used so. */
final class Combinations {
  private Combinations() {}

  static void check(
      Where where, Map<String, Value> given, Keys keys, String name, Findings findings) {
    List<String> alternatives = used(keys.exactlyOne(), given);
    if (keys.exactlyOne().length > 0 && alternatives.size() != 1) {
      findings.add(
          Rule.KEY_COMBINATION,
          where,
          "%s needs exactly one of %s; it has %s."
              .formatted(
                  Sentence.start(name),
                  list(keys.exactlyOne()),
                  alternatives.isEmpty() ? "none" : String.join(" and ", alternatives)),
          alternatives.isEmpty() ? "Add one of them." : "Keep one of them.");
      return;
    }
    if (keys.atLeastOne().length > 0 && used(keys.atLeastOne(), given).isEmpty()) {
      findings.add(
          Rule.KEY_COMBINATION,
          where,
          "%s needs %s; it has none.".formatted(Sentence.start(name), list(keys.atLeastOne())),
          "Add at least one of them.");
    }
    List<String> together = used(keys.together(), given);
    if (!together.isEmpty() && together.size() < keys.together().length) {
      findings.add(
          Rule.KEY_COMBINATION,
          where,
          "%s has %s without the other of %s."
              .formatted(Sentence.start(name), together.getFirst(), list(keys.together())),
          "Give both or none.");
    }
  }

  private static List<String> used(String[] keys, Map<String, Value> given) {
    return Arrays.stream(keys)
        .filter(key -> given.containsKey(key) && !isEmptyList(given.get(key)))
        .toList();
  }

  private static boolean isEmptyList(Value value) {
    return value instanceof Value.Items items && items.values().isEmpty();
  }

  private static String list(String[] keys) {
    return String.join(", ", keys);
  }
}
