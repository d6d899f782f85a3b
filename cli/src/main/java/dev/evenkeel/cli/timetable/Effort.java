package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Terminal;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.search.Progress;
import dev.evenkeel.optimiser.search.WishRefused;
import dev.evenkeel.optimiser.search.Wishes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long and how a timetable is looked for, and who is told of it meanwhile. */
final class Effort {
  private static final int LONGEST = 86_400;
  private static final double MILLIS_OF_A_SECOND = 1000.0;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long to look for better ones: 1 to 86400, 30 when left out.")
  private int seconds = 30;

  @Option(names = "--seed", paramLabel = "N", description = "Of the dice; 1 when left out.")
  private long seed = 1;

  @Option(
      names = "--progress",
      paramLabel = "FILE",
      description = "Write lines of seconds,total,bound there while it looks.")
  private @Nullable String progress;

  /** Refuses what cannot be before anything is read. */
  void check() {
    if (seconds < 1 || seconds > LONGEST) {
      throw new ParameterException(
          spec.commandLine(), "--seconds is %,d. Take 1 to %,d.".formatted(seconds, LONGEST));
    }
  }

  /**
   * @throws Trouble when a pin cannot be
   */
  Plan plan(Problem problem, Wishes wishes, Terminal terminal) {
    Bar bar = new Bar(spec.commandLine().getErr(), terminal, seconds);
    try (PrintWriter lines = lines()) {
      Planner planner =
          new Planner(
              problem,
              wishes,
              Duration.ofSeconds(seconds),
              System::nanoTime,
              now -> {
                bar.show(now);
                lines.println(line(now));
                lines.flush();
              });
      Interruption interruption = Interruption.calls(planner::stop);
      try {
        Plan plan = planner.run(seed);
        lines.println(line(plan.progress()));
        bar.clear();
        return plan;
      } finally {
        interruption.close();
      }
    } catch (WishRefused refused) {
      Telling telling = Telling.dates(problem, ZoneOffset.UTC);
      throw new Trouble(
          ExitCode.REFUSED,
          refused.findings().stream()
              .map(one -> one.says(telling))
              .collect(
                  Collectors.joining("\n", "", "\nTake these pins off, or change the problem.")),
          refused);
    }
  }

  private PrintWriter lines() {
    if (progress == null) {
      return new PrintWriter(PrintWriter.nullWriter());
    }
    try {
      return new PrintWriter(Files.newBufferedWriter(Path.of(progress)));
    } catch (IOException | InvalidPathException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s cannot be written: %s. Name another file.".formatted(progress, e.getMessage()),
          e);
    }
  }

  private static String line(Progress now) {
    return String.format(
        Locale.ROOT,
        "%.3f,%d,%d",
        now.elapsed().toMillis() / MILLIS_OF_A_SECOND,
        now.total(),
        now.bound());
  }
}
