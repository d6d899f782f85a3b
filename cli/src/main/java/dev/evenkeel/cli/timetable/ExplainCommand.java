package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Harmless;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Json;
import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Explanation;
import dev.evenkeel.optimiser.explain.Explanation.Hindered;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Place;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code evenkeel timetable explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says why upgrades stand where they do: what keeps each from better places, and what the"
            + " next places would cost.",
    footer = {"", "Without upgrades, those that have no place are explained."})
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST = 5;

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
      Explanation explanation = Explainer.explain(problem, timetable, upgrade);
      out.println(json ? document(explanation) : Harmless.lines(text(problem, explanation)));
    }
    out.flush();
    return ExitCode.SUCCEEDED.code();
  }

  private static List<String> deferred(Problem problem, Timetable timetable) {
    Set<String> planned =
        timetable.assignments().stream().map(Assignment::upgrade).collect(Collectors.toSet());
    return problem.upgrades().stream()
        .map(Upgrade::id)
        .filter(one -> !planned.contains(one))
        .toList();
  }

  private static String text(Problem problem, Explanation explanation) {
    StringBuilder text = new StringBuilder();
    text.append(
        explanation
            .here()
            .map(here ->
                "%s stands at %s and costs %,d."
                    .formatted(explanation.upgrade(), at(problem, here), here.total()))
            .orElse(
                "%s has no place; that costs %,d."
                    .formatted(explanation.upgrade(), explanation.total())));
    explanation.hindered().stream()
        .limit(MOST)
        .forEach(one ->
            text.append(
                "%n  %s would save %,d, but %s."
                    .formatted(
                        at(problem, one.place()),
                        one.saves(),
                        one.obstacles().stream()
                            .map(Obstacle::says)
                            .collect(Collectors.joining("; and ")))));
    if (explanation.hindered().isEmpty() && explanation.here().isPresent()) {
      text.append("%n  No place would be better, whatever gave way.".formatted());
    }
    explanation.next().stream()
        .limit(MOST)
        .forEach(one ->
            text.append(
                "%n  %s is free and costs %,d more."
                    .formatted(at(problem, one), one.total() - explanation.total())));
    return text.toString();
  }

  private static String at(Problem problem, Place place) {
    return "%s (slot %d, %s)".formatted(problem.at(place.start()), place.start(), place.mode());
  }

  private static ObjectNode document(Explanation explanation) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("upgrade", explanation.upgrade());
    document.put("total", explanation.total());
    explanation.here().ifPresent(here -> document.set("here", document(here)));
    ArrayNode hindered = document.putArray("hindered");
    for (Hindered one : explanation.hindered()) {
      ObjectNode node = hindered.addObject();
      node.set("place", document(one.place()));
      node.put("saves", one.saves());
      ArrayNode obstacles = node.putArray("obstacles");
      for (Obstacle obstacle : one.obstacles()) {
        ObjectNode said = obstacles.addObject();
        said.put("kind", obstacle.kind().name().toLowerCase(Locale.ROOT));
        said.put("name", obstacle.name());
        said.put("says", obstacle.says());
      }
    }
    ArrayNode next = document.putArray("next");
    explanation.next().forEach(one -> next.add(document(one)));
    return document;
  }

  private static ObjectNode document(Place place) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("mode", place.mode());
    document.put("start", place.start());
    document.put("end", place.end());
    document.put("downtime", place.score().downtime());
    document.put("risk", place.score().risk());
    document.put("cost", place.score().cost());
    document.put("total", place.total());
    return document;
  }
}
