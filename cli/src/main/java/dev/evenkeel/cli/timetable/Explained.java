package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.optimiser.explain.Concession;
import dev.evenkeel.optimiser.explain.Explanation;
import dev.evenkeel.optimiser.explain.Explanation.Hindered;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Place;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.problem.Problem;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why an upgrade stands where it does, for people and for programs.
 *
 * @param took how long it took to find out
 */
record Explained(Problem problem, Explanation explanation, Duration took) {
  private static final int MOST = 5;
  private static final double NANOS_OF_A_MILLI = 1e6;

  String forPeople() {
    StringBuilder text = new StringBuilder(here());
    if (explanation.here().isEmpty()) {
      explanation.concessions().stream().limit(MOST).forEach(one -> line(text, needs(one)));
    }
    if (explanation.here().isPresent() || explanation.concessions().isEmpty()) {
      explanation.hindered().stream().limit(MOST).forEach(one -> line(text, saves(one)));
    }
    if (explanation.hindered().isEmpty() && explanation.here().isPresent()) {
      line(text, "No place would be better, whatever gave way.");
    }
    explanation.next().stream()
        .limit(MOST)
        .forEach(one ->
            line(
                text,
                "%s is free and costs %,d more."
                    .formatted(at(one), one.total() - explanation.total())));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append("%n  ".formatted()).append(line);
  }

  private String here() {
    return explanation
        .here()
        .map(here ->
            "%s stands at %s and costs %,d."
                .formatted(explanation.upgrade(), at(here), here.total()))
        .orElse(
            "%s has no place; that costs %,d."
                .formatted(explanation.upgrade(), explanation.total()));
  }

  private Telling telling() {
    return Telling.dates(problem, ZoneOffset.UTC);
  }

  private String needs(Concession one) {
    return "%s would need %s; that saves %,d."
        .formatted(
            at(one.place()),
            one.obstacles().stream()
                .map(obstacle -> obstacle.wants(telling()))
                .collect(Collectors.joining(", and ")),
            explanation.total() - one.place().total());
  }

  private String saves(Hindered one) {
    return "%s would save %,d, but %s."
        .formatted(
            at(one.place()),
            one.saves(),
            one.obstacles().stream()
                .map(obstacle -> obstacle.says(telling()))
                .collect(Collectors.joining("; and ")));
  }

  private String at(Place place) {
    return "%s (slot %d, %s)".formatted(telling().at(place.start()), place.start(), place.mode());
  }

  ObjectNode forPrograms() {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("upgrade", explanation.upgrade());
    document.put("total", explanation.total());
    document.put("millis", took.toNanos() / NANOS_OF_A_MILLI);
    explanation.here().ifPresent(here -> document.set("here", document(here)));
    ArrayNode hindered = document.putArray("hindered");
    for (Hindered one : explanation.hindered()) {
      ObjectNode node = hindered.addObject();
      node.set("place", document(one.place()));
      node.put("saves", one.saves());
      node.set("obstacles", document(one.obstacles()));
    }
    ArrayNode concessions = document.putArray("concessions");
    for (Concession one : explanation.concessions()) {
      ObjectNode node = concessions.addObject();
      node.set("place", document(one.place()));
      node.put("minutes", one.minutes());
      node.put("saves", explanation.total() - one.place().total());
      node.set("obstacles", document(one.obstacles()));
    }
    ArrayNode next = document.putArray("next");
    explanation.next().forEach(one -> next.add(document(one)));
    return document;
  }

  private ArrayNode document(List<Obstacle> obstacles) {
    ArrayNode all = Json.MAPPER.createArrayNode();
    for (Obstacle obstacle : obstacles) {
      ObjectNode said = Json.MAPPER.valueToTree(obstacle);
      said.put("kind", obstacle.kind().name().toLowerCase(Locale.ROOT));
      said.put("says", obstacle.says(telling()));
      said.put("wants", obstacle.wants(telling()));
      all.add(said);
    }
    return all;
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
