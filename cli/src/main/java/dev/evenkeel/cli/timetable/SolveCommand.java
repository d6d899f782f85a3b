package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.file.Target;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Wishes;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Check.Checked;
import dev.evenkeel.optimiser.timetable.TimetableFile;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PROBLEM",
      description = "A problem, upgrade-planning/1; may be packed with gzip.")
  private String file = "";

  @Mixin private final Effort effort = new Effort();

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
    effort.check();
    target = Optional.ofNullable(output).map(Target::at);
    Problem problem = Source.problem(file);
    finish(problem, effort.plan(problem, Wishes.NONE, caller.terminal()));
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
      document.put("firstSeconds", plan.first().elapsed().toMillis() / 1000.0);
      document.put("firstTotal", plan.first().total());
      out.println(document);
    } else {
      out.println(Harmless.lines(summary.forPeople()));
      out.println(Summary.ofGap(plan.progress()));
      out.println(
          output == null
              ? "It was not written anywhere: name a file with -o."
              : Harmless.lines("Written to %s.".formatted(output)));
      if (output != null && !summary.deferred().isEmpty()) {
        out.println(
            Harmless.lines(
                "Why some have no place: evenkeel timetable explain %s %s"
                    .formatted(file, output)));
      }
    }
    out.flush();
  }
}
