package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.Violation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel timetable check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Holds a timetable against every rule of a problem, and says what it comes to.",
    footer = {"", "Exit code 0 when it keeps to all rules, 2 when not or a file cannot be read."})
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "A problem, upgrade-planning/1.")
  private String problemFile = "";

  @Parameters(index = "1", paramLabel = "TIMETABLE", description = "What is planned when.")
  private String timetableFile = "";

  @Option(names = "--json", description = "Write what was found as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Problem problem = Source.problem(problemFile);
    Timetable timetable = Source.timetable(timetableFile);
    Summary summary = new Summary(problem, timetable, Check.of(problem, timetable));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(summary.forPrograms());
    } else {
      out.println(Harmless.lines(summary.forPeople()));
      summary.checked().violations().stream()
          .map(Violation::text)
          .forEach(text -> out.println(Harmless.lines(text)));
    }
    out.flush();
    return (summary.checked().isValid() ? ExitCode.SUCCEEDED : ExitCode.REFUSED).code();
  }
}
