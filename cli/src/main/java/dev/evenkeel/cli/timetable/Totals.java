package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Difference;
import dev.evenkeel.optimiser.timetable.Score;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ObjectNode;

/** What two timetables come to, side by side, part by part. */
record Totals(Problem problem, Difference difference) {

  String forPeople(String before, String after) {
    return "%-9s %15s %15s %15s%n".formatted("", before, after, "difference")
        + line("total", this::total)
        + line("downtime", Score::downtime)
        + line("risk", Score::risk)
        + line("cost", Score::cost)
        + line("deferred", Score::deferred);
  }

  private long total(Score score) {
    return score.total(problem.weights());
  }

  private String line(String part, ToLongFunction<Score> of) {
    long before = of.applyAsLong(difference.before());
    long after = of.applyAsLong(difference.after());
    return "%-9s %,15d %,15d %+,15d%n".formatted(part, before, after, after - before);
  }

  ObjectNode before() {
    return document(difference.before());
  }

  ObjectNode after() {
    return document(difference.after());
  }

  private ObjectNode document(Score score) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("total", total(score));
    document.put("downtime", score.downtime());
    document.put("risk", score.risk());
    document.put("cost", score.cost());
    document.put("deferPenalties", score.deferred());
    return document;
  }
}
