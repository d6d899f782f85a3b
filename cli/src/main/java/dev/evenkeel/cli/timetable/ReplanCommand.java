package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.Target;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Wishes;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.TimetableFile;
import dev.evenkeel.optimiser.timetable.Violation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenkeel timetable replan}. */
@Command(
    name = "replan",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a timetable that holds again, near one that held so far: little moves.",
      "What came in between stands in the problem: something takes longer, somebody is away."
    },
    footer = {
      "",
      "Ctrl-C ends it early: the best timetable so far is written.",
      "Exit code 0 when there is a timetable, 2 when a pin cannot be or a file cannot be read."
    })
final class ReplanCommand implements Callable<Integer> {
  private static final double MILLIS_OF_A_SECOND = 1000.0;
  private final Caller caller;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "The problem as it is now.")
  private String problemFile = "";

  @Parameters(index = "1", paramLabel = "OLD", description = "The timetable that held so far.")
  private String oldFile = "";

  @Mixin private final Effort effort = new Effort();

  @Option(
      names = "--pin",
      paramLabel = "UPGRADE",
      split = ",",
      description = "Stays exactly where it is in OLD. May be given several times.")
  private List<String> pins = List.of();

  @Option(
      names = "--from",
      paramLabel = "SLOT|DATE",
      description = {
        "Now: a slot, or a date or time such as 2026-11-14T20:00 in UTC.",
        "What starts before it has begun and stays; nothing else moves there."
      })
  private @Nullable String from;

  @Option(
      names = "--move-cost",
      paramLabel = "N",
      description = {
        "How much moving one upgrade must save at least. When left out, a fifth of what an upgrade",
        "costs on average."
      })
  private @Nullable Long moveCost;

  @Option(
      names = "--anew",
      description = "Plan all anew as well, as long again, and tell what staying near costs.")
  private boolean anew;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the timetable.")
  private @Nullable String output;

  @Option(names = "--json", description = "Write what moved, and what it comes to, as JSON.")
  private boolean json;

  ReplanCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Integer call() {
    effort.check();
    if (moveCost != null && moveCost < 0) {
      throw new ParameterException(
          spec.commandLine(), "--move-cost is %,d. Take 0 or more.".formatted(moveCost));
    }
    Optional<Target> target = Optional.ofNullable(output).map(Target::at);
    Problem problem = Source.problem(problemFile);
    Timetable old = Source.timetable(oldFile);
    Wishes wishes =
        new Wishes(
            old,
            from == null ? 0 : Moment.slot(problem, from),
            pins.stream().map(one -> pinned(old, one)).toList(),
            Optional.ofNullable(moveCost));
    Plan plan = effort.plan(problem, wishes, caller.terminal());
    List<Violation> broken = wishes.broken(problem, plan.timetable());
    if (!broken.isEmpty()) {
      throw new IllegalStateException("The timetable breaks a rule: " + broken);
    }
    Optional<Plan> other =
        anew
            ? Optional.of(effort.plan(problem, wishes.movingFor(0), caller.terminal()))
            : Optional.empty();
    target.ifPresent(one -> one.write(TimetableFile.text(plan.timetable())));
    say(problem, old, plan, other);
    return ExitCode.SUCCEEDED.code();
  }

  private Assignment pinned(Timetable old, String upgrade) {
    return old.assignments().stream()
        .filter(one -> one.upgrade().equals(upgrade))
        .findFirst()
        .orElseThrow(() ->
            new Trouble(
                ExitCode.NOT_FOUND,
                "%s has no place for %s. Pin what has one.".formatted(oldFile, upgrade)));
  }

  private void say(Problem problem, Timetable old, Plan plan, Optional<Plan> other) {
    Summary summary = new Summary(problem, plan.timetable(), Check.of(problem, plan.timetable()));
    Changes changes = new Changes(problem, old, plan.timetable());
    Totals totals = new Totals(problem, changes.difference());
    int broken = Check.of(problem, old).violations().size();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = summary.forPrograms();
      ObjectNode before = totals.before();
      before.put("violations", broken);
      document.set("old", before);
      document.put("bound", plan.progress().bound());
      document.put("seconds", plan.progress().elapsed().toMillis() / MILLIS_OF_A_SECOND);
      document.put("firstSeconds", plan.first().elapsed().toMillis() / MILLIS_OF_A_SECOND);
      document.put("firstTotal", plan.first().total());
      other.ifPresent(one -> {
        document.put("anewTotal", one.progress().total());
        document.put("anewMoved", one.progress().moved());
      });
      changes.into(document);
      out.println(document);
    } else {
      out.println(
          Harmless.lines(
              "The old timetable breaks %,d rules of this problem.%n%n".formatted(broken)
                  + totals.forPeople("old", "new")
                  + "%n".formatted()
                  + changes.forPeople()
                  + other.map(one -> ofAnew(plan, one)).orElse("")
                  + ofBegun(summary)));
      out.println(
          output == null
              ? "It was not written anywhere: name a file with -o."
              : Harmless.lines("Written to %s.".formatted(output)));
    }
    out.flush();
  }

  private static String ofAnew(Plan plan, Plan other) {
    return "Planned all anew in the same time it comes to %,d, %,d less, and %,d upgrades move.%n"
        .formatted(
            other.progress().total(),
            plan.progress().total() - other.progress().total(),
            other.progress().moved());
  }

  private static String ofBegun(Summary summary) {
    return summary.checked().isValid()
        ? ""
        : summary.checked().violations().stream()
            .map(Violation::text)
            .reduce(
                "What has begun breaks rules that can no longer be kept:",
                (all, one) -> all + "%n  ".formatted() + one);
  }
}
