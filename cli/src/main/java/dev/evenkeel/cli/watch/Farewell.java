package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.Rehearsal;
import dev.evenkeel.cli.server.RunFacts;
import dev.evenkeel.cli.server.RunFacts.Target;
import dev.evenkeel.cli.server.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said when a run is over or waits for a person. */
final class Farewell {
  private Farewell() {}

  static List<String> lines(Ending ending) {
    RunFacts run = ending.run();
    List<String> lines = new ArrayList<>();
    lines.add(
        Harmless.text(
            run.rehearsal().map(shown -> rehearsed(run, shown)).orElseGet(() -> says(run))));
    String versions = versions(run);
    if (!versions.isEmpty()) {
      lines.add(Harmless.text(versions));
    }
    run.targets().stream()
        .filter(target -> target.stage() == Stage.UNCONFIRMED)
        .map(Farewell::unconfirmed)
        .map(Harmless::text)
        .forEach(lines::add);
    if (run.status().waitsForPerson()) {
      lines.add("See what it needs: evenkeel run show " + run.id());
    }
    return lines;
  }

  private static String says(RunFacts run) {
    return "Run %s %s%s"
        .formatted(
            run.id(), run.status().words(), run.reason().isEmpty() ? "." : ": " + run.reason());
  }

  private static String rehearsed(RunFacts run, Rehearsal shown) {
    return "Run %s: the %s".formatted(run.id(), shown.says());
  }

  private static String unconfirmed(Target target) {
    if (target.version().isEmpty()) {
      return "%s was undone on a person's word: nobody saw that it is as it was. Look at it."
          .formatted(target.name());
    }
    return "%s was not seen to be as it was: last seen at %s%s. Look at it and put it right by hand."
        .formatted(
            target.name(),
            target.version().get(),
            target
                .before()
                .filter(was -> !target.version().equals(Optional.of(was)))
                .map(", should be at "::concat)
                .orElse(""));
  }

  /** Which targets were last seen at which version; empty when the runbook tells no versions. */
  private static String versions(RunFacts run) {
    Map<String, List<String>> byVersion =
        run.targets().stream()
            .filter(target -> target.version().isPresent())
            .collect(
                Collectors.groupingBy(
                    target -> target.version().orElseThrow(),
                    TreeMap::new,
                    Collectors.mapping(Target::name, Collectors.toList())));
    List<String> unknown =
        run.targets().stream()
            .filter(target -> target.version().isEmpty() && target.before().isPresent())
            .map(Target::name)
            .toList();
    List<String> all = new ArrayList<>();
    byVersion.forEach((version, names) -> all.add(String.join(", ", names) + " at " + version));
    if (!unknown.isEmpty()) {
      all.add(String.join(", ", unknown) + " not looked at since the last change");
    }
    return String.join("; ", all);
  }
}
