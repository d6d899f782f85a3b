package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every name stands for something where it is used, and every input is used. */
final class NameRules implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    Set<String> used = new HashSet<>();
    for (Use use : Uses.in(runbook)) {
      try {
        List<String> names = use.names();
        used.addAll(names);
        for (String name : names) {
          check(name, use, findings);
          // What somebody meant to use is not unused: one mistake, one finding.
          use.visible().meant(name).ifPresent(used::add);
        }
      } catch (Malformed e) {
        malformed(use, e, findings);
      }
    }
    runbook.inputs().keySet().stream()
        .filter(input -> !used.contains("inputs." + input))
        .forEach(input ->
            findings.add(
                Rule.UNUSED_INPUT,
                runbook.inputPlace(input),
                "Nothing uses the input `%s`.".formatted(input),
                "Use it as ${inputs.%s}, or remove it.".formatted(input)));
  }

  private static void check(String name, Use use, Findings findings) {
    use.visible()
        .trouble(name)
        .ifPresent(trouble ->
            findings.add(trouble.rule(), use.where(), trouble.message(), trouble.wayOut()));
  }

  private static void malformed(Use use, Malformed e, Findings findings) {
    if (use.condition()) {
      findings.add(
          Rule.BAD_CONDITION,
          use.where(),
          "The condition cannot be understood at character %d: %s."
              .formatted(e.offset() + 1, e.getMessage()),
          "Conditions know ==, !=, and, or, not and parentheses: ${target.role} == primary and not ${inputs.quick}");
    } else {
      findings.add(
          Rule.BAD_NAME_SYNTAX,
          use.where(),
          "At character %d: %s.".formatted(e.offset() + 1, e.getMessage()),
          "Write ${inputs.NAME} or the like; for a plain '${' write '$${'.");
    }
  }
}
