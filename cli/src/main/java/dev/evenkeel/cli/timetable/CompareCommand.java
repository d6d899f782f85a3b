package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenkeel timetable compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Lays two timetables of a problem side by side: what each comes to, what moves.",
    footer = {"", "Exit code 0 even when one breaks rules: that is said, check names them."})
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "A problem, upgrade-planning/1.")
  private String problemFile = "";

  @Parameters(index = "1", paramLabel = "A", description = "One timetable.")
  private String firstFile = "";

  @Parameters(index = "2", paramLabel = "B", description = "The other timetable.")
  private String secondFile = "";

  @Option(names = "--json", description = "Write the comparison as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Problem problem = Source.problem(problemFile);
    Timetable first = Source.timetable(firstFile);
    Timetable second = Source.timetable(secondFile);
    Changes changes = new Changes(problem, first, second);
    Totals totals = new Totals(problem, changes.difference());
    int brokenFirst = Check.of(problem, first).violations().size();
    int brokenSecond = Check.of(problem, second).violations().size();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("name", problem.name());
      ObjectNode a = totals.before();
      a.put("violations", brokenFirst);
      ObjectNode b = totals.after();
      b.put("violations", brokenSecond);
      document.set("a", a);
      document.set("b", b);
      changes.into(document);
      out.println(document);
    } else {
      out.println(
          Harmless.lines(
              totals.forPeople("A", "B")
                  + "%-9s %,15d %,15d %+,15d%n"
                      .formatted("broken", brokenFirst, brokenSecond, brokenSecond - brokenFirst)
                  + "%nFrom A to B: ".formatted()
                  + changes.forPeople()));
    }
    out.flush();
    return ExitCode.SUCCEEDED.code();
  }
}
