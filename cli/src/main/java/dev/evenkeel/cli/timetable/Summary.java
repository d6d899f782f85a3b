package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Progress;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check.Checked;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a timetable comes to, for people and for programs.
 *
 * @param checked what the rules say of it, whoever made it
 */
record Summary(Problem problem, Timetable timetable, Checked checked) {
  private static final int MOST_NAMES = 20;

  long total() {
    return checked.score().total(problem.weights());
  }

  List<String> deferred() {
    Set<String> planned =
        timetable.assignments().stream().map(Assignment::upgrade).collect(Collectors.toSet());
    return problem.upgrades().stream()
        .map(upgrade -> upgrade.id())
        .filter(id -> !planned.contains(id))
        .toList();
  }

  String forPeople() {
    Score score = checked.score();
    List<String> deferred = deferred();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %,d of %,d upgrades have a place.%n"
            .formatted(
                problem.name(),
                problem.upgrades().size() - deferred.size(),
                problem.upgrades().size()));
    text.append(
        "Total %,d: downtime %,d, risk %,d, cost %,d, deferred %,d.%n"
            .formatted(total(), score.downtime(), score.risk(), score.cost(), score.deferred()));
    if (!deferred.isEmpty()) {
      text.append(
          "Deferred: %s%s%n"
              .formatted(
                  String.join(", ", deferred.subList(0, Math.min(MOST_NAMES, deferred.size()))),
                  deferred.size() <= MOST_NAMES
                      ? ""
                      : " and %,d more".formatted(deferred.size() - MOST_NAMES)));
    }
    return text.toString();
  }

  /** How far it could at most be from the best there is. */
  static String ofGap(Progress progress) {
    return progress.gap() == 0
        ? "No timetable is better: proven."
        : "No timetable comes below %,d: at most %.2f %% could still be saved."
            .formatted(progress.bound(), 100 * progress.gap());
  }

  ObjectNode forPrograms() {
    Score score = checked.score();
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("name", problem.name());
    document.put("upgrades", problem.upgrades().size());
    document.put("valid", checked.isValid());
    document.put("total", total());
    document.put("downtime", score.downtime());
    document.put("risk", score.risk());
    document.put("cost", score.cost());
    document.put("deferPenalties", score.deferred());
    ArrayNode deferred = document.putArray("deferred");
    deferred().forEach(deferred::add);
    ArrayNode violations = document.putArray("violations");
    for (Violation violation : checked.violations()) {
      ObjectNode one = violations.addObject();
      one.put("rule", violation.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.put("says", violation.text());
    }
    return document;
  }
}
