package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Explanation;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel timetable explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says why upgrades stand where they do: what keeps each from better places, and what the"
            + " next places would cost.",
    footer = {"", "Without upgrades, those that have no place are explained."})
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "A problem, upgrade-planning/1.")
  private String problemFile = "";

  @Parameters(index = "1", paramLabel = "TIMETABLE", description = "What is planned when.")
  private String timetableFile = "";

  @Parameters(index = "2..*", paramLabel = "UPGRADE", description = "Which to explain.")
  private List<String> upgrades = List.of();

  @Option(names = "--json", description = "Write one JSON document a line for each.")
  private boolean json;

  @Override
  public Integer call() {
    Problem problem = Source.problem(problemFile);
    Timetable timetable = Source.timetable(timetableFile);
    if (!Check.of(problem, timetable).isValid()) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s breaks rules of %s. Look at them with: evenkeel timetable check"
              .formatted(timetableFile, problemFile));
    }
    Set<String> known = problem.upgrades().stream().map(Upgrade::id).collect(Collectors.toSet());
    upgrades.stream()
        .filter(one -> !known.contains(one))
        .findFirst()
        .ifPresent(one -> {
          throw new Trouble(
              ExitCode.NOT_FOUND, "%s has no upgrade %s.".formatted(problemFile, one));
        });
    List<String> asked = upgrades.isEmpty() ? deferred(problem, timetable) : upgrades;
    PrintWriter out = spec.commandLine().getOut();
    if (asked.isEmpty() && !json) {
      out.println("Every upgrade has a place. Name those to explain.");
    }
    for (String upgrade : asked) {
      Explained explained = explain(problem, timetable, upgrade);
      out.println(json ? explained.forPrograms() : Harmless.lines(explained.forPeople()));
    }
    out.flush();
    return ExitCode.SUCCEEDED.code();
  }

  private static Explained explain(Problem problem, Timetable timetable, String upgrade) {
    long began = System.nanoTime();
    Explanation explanation = Explainer.explain(problem, timetable, upgrade);
    return new Explained(problem, explanation, Duration.ofNanos(System.nanoTime() - began));
  }

  private static List<String> deferred(Problem problem, Timetable timetable) {
    Set<String> planned =
        timetable.assignments().stream().map(Assignment::upgrade).collect(Collectors.toSet());
    return problem.upgrades().stream()
        .map(Upgrade::id)
        .filter(one -> !planned.contains(one))
        .toList();
  }
}
