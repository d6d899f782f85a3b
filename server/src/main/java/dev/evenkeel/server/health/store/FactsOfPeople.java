package dev.evenkeel.server.health.store;

import dev.evenkeel.judge.journey.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What users did: {@code [["4f1c", "checkout", "2026-03-01T22:00:07Z", "FAILED", "HTTP 500"]]}. */
final class FactsOfPeople {
  private FactsOfPeople() {}

  static void write(List<Act> acts, ArrayNode array) {
    acts.forEach(act ->
        array
            .addArray()
            .add(FactsJson.cut(act.user()))
            .add(FactsJson.cut(act.workflow()))
            .add(act.at().toString())
            .add(act.what().name())
            .add(FactsJson.cut(act.detail())));
  }

  static List<Act> read(JsonNode array) {
    var acts = new ArrayList<Act>();
    for (var act : array) {
      acts.add(
          new Act(
              act.get(0).asString(),
              act.get(1).asString(),
              Instant.parse(act.get(2).asString()),
              Act.What.valueOf(act.get(3).asString()),
              act.get(4).asString()));
    }
    return acts;
  }
}
