package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Steps, targets and watch rules are told apart by their names. */
final class UniqueNames implements Topic {
  private record Named(String name, Where where) {
    static Named of(String name, Value.Fields at, String key) {
      return new Named(name, at.whereOf(key));
    }
  }

  @Override
  public void check(RunbookText runbook, Findings findings) {
    unique(
        "step",
        Stream.concat(
            Placed.checks(runbook).map(check -> Named.of(check.id(), check.at(), "id")),
            Placed.steps(runbook).map(step -> Named.of(step.id(), step.at(), "id"))),
        findings);
    unique(
        "target",
        runbook.targets().stream().map(target -> Named.of(target.name(), target.at(), "name")),
        findings);
    unique(
        "watch rule",
        Stream.concat(
            runbook.watch().rules().stream().map(rule -> Named.of(rule.name(), rule.at(), "name")),
            runbook.watch().compared().stream()
                .map(metric -> Named.of(metric.name(), metric.at(), "name"))),
        findings);
    reserved(runbook, findings);
  }

  private static void unique(String noun, Stream<Named> names, Findings findings) {
    Map<String, Named> seen = new HashMap<>();
    names.forEach(named -> {
      Named first = seen.putIfAbsent(named.name(), named);
      if (first != null) {
        findings.add(
            Rule.DUPLICATE_NAME,
            named.where(),
            "A second %s is called `%s`; the first is on line %d."
                .formatted(noun, named.name(), first.where().line()),
            "Give one of them another name.");
      }
    });
  }

  /** A run's own step that looks at the version, and its wave steps, are kept under these names. */
  private static void reserved(RunbookText runbook, Findings findings) {
    Placed.steps(runbook)
        .filter(step -> step.id().equals("version"))
        .forEach(step ->
            findings.add(
                Rule.RESERVED_NAME,
                step.at().whereOf("id"),
                "`version` is the step in which Evenkeel itself looks at the version.",
                "Choose another id."));
    runbook.targets().stream()
        .filter(target -> target.name().equals("wave"))
        .forEach(target ->
            findings.add(
                Rule.RESERVED_NAME,
                target.at().whereOf("name"),
                "`wave` is the name under which the steps of a wave are kept.",
                "Choose another name."));
  }
}
