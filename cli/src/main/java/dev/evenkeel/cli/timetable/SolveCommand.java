package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Check.Checked;
import dev.evenkeel.optimiser.timetable.TimetableFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenkeel timetable solve}. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    description = "Makes the timetable that costs least; better ones as time passes.",
    footer = {
      "",
      "Ctrl-C ends it early: the best timetable so far is written.",
      "Exit code 0 when there is a timetable, 2 when the problem contradicts itself."
    })
final class SolveCommand implements Callable<Integer> {
  private static final int LONGEST = 86_400;
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PROBLEM",
      description = "A problem, upgrade-planning/1; may be packed with gzip.")
  private String file = "";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long to look for better ones: 1 to 86400, 30 when left out.")
  private int seconds = 30;

  @Option(names = "--seed", paramLabel = "N", description = "Of the dice; 1 when left out.")
  private long seed = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the timetable.")
  private @Nullable String output;

  @Option(names = "--json", description = "Write what it comes to as JSON.")
  private boolean json;

  private Optional<Target> target = Optional.empty();

  SolveCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() {
    if (seconds < 1 || seconds > LONGEST) {
      throw new ParameterException(
          spec.commandLine(), "--seconds is %,d. Take 1 to %,d.".formatted(seconds, LONGEST));
    }
    target = Optional.ofNullable(output).map(Target::at);
    Problem problem = Source.problem(file);
    Bar bar = new Bar(spec.commandLine().getErr(), caller.terminal(), seconds);
    Planner planner =
        new Planner(problem, Duration.ofSeconds(seconds), System::nanoTime, bar::show);
    Interruption interruption = Interruption.calls(planner::stop);
    try {
      Plan plan = planner.run(seed);
      bar.clear();
      finish(problem, plan);
    } finally {
      interruption.close();
    }
    return ExitCode.SUCCEEDED.code();
  }

  private void finish(Problem problem, Plan plan) {
    Checked checked = Check.of(problem, plan.timetable());
    if (!checked.isValid()) {
      throw new IllegalStateException("The timetable breaks a rule: " + checked.violations());
    }
    target.ifPresent(one -> one.write(TimetableFile.text(plan.timetable())));
    say(new Summary(problem, plan.timetable(), checked), plan);
  }

  private void say(Summary summary, Plan plan) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = summary.forPrograms();
      document.put("bound", plan.progress().bound());
      document.put("gap", plan.progress().gap());
      document.put("seconds", plan.progress().elapsed().toMillis() / 1000.0);
      out.println(document);
    } else {
      out.println(Harmless.lines(summary.forPeople()));
      out.println(Summary.ofGap(plan.progress()));
      out.println(
          output == null
              ? "It was not written anywhere: name a file with -o."
              : Harmless.lines("Written to %s.".formatted(output)));
    }
    out.flush();
  }
}
