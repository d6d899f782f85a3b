package dev.evenkeel.server.health.store;

import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.judge.novelty.Level;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was logged: {@code {"entries": 120, "errors": 1, "untold": 0, "patterns": [["# ERROR gone",
 * "ERROR", 1, 1, "22:00:07 ERROR gone"]]}}.
 */
final class FactsOfLogs {
  private FactsOfLogs() {}

  static void write(Digest digest, ObjectNode node) {
    node.put("entries", digest.entries());
    node.put("errors", digest.errors());
    node.put("untold", digest.untold());
    var patterns = node.putArray("patterns");
    digest
        .patterns()
        .forEach(seen ->
            patterns
                .addArray()
                .add(FactsJson.cut(seen.pattern()))
                .add(seen.level().name())
                .add(seen.count())
                .add(seen.occasions())
                .add(FactsJson.cut(seen.sample())));
  }

  static Digest read(JsonNode node) {
    var patterns = new ArrayList<Digest.Seen>();
    for (var seen : node.get("patterns")) {
      patterns.add(
          new Digest.Seen(
              seen.get(0).asString(),
              Level.valueOf(seen.get(1).asString()),
              seen.get(2).asLong(),
              seen.get(3).asLong(),
              seen.get(4).asString()));
    }
    return new Digest(
        node.get("entries").asLong(),
        node.get("errors").asLong(),
        patterns,
        node.get("untold").asLong());
  }
}
