package dev.evenkeel.server.health.store;

import dev.evenkeel.judge.Fact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as they are stored: {@code [{"counted": [120, 3]}, {"well": false, "why": "…"}]}. What has
 * been written once is read for ever, so names here never change.
 */
final class FactsJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_REASON = 500;

  private FactsJson() {}

  static String write(List<Fact> facts) {
    var array = JSON.createArrayNode();
    facts.forEach(fact -> write(fact, array.addObject()));
    return array.toString();
  }

  static List<Fact> read(String json) {
    var facts = new ArrayList<Fact>();
    for (var node : JSON.readTree(json)) {
      facts.add(read(node));
    }
    return facts;
  }

  private static void write(Fact fact, ObjectNode node) {
    switch (fact) {
      case Fact.Counted(double requests, double failed) ->
          node.putArray("counted").add(requests).add(failed);
      case Fact.Timed(var bounds, var cumulative) -> {
        add(node.putArray("bounds"), bounds);
        add(node.putArray("cumulative"), cumulative);
      }
      case Fact.Tried(long tried, long failed, var millis) -> {
        node.putArray("tried").add(tried).add(failed);
        add(node.putArray("millis"), millis);
      }
      case Fact.Value(double value) -> node.put("value", value);
      case Fact.Acted(var acts) -> FactsOfPeople.write(acts, node.putArray("acts"));
      case Fact.Logged(var digest) -> FactsOfLogs.write(digest, node.putObject("logged"));
      case Fact.Consumed(var look) -> FactsOfConsumers.write(look, node.putObject("consumed"));
      case Fact.Well(boolean well, String why) -> node.put("well", well).put("why", cut(why));
      case Fact.Missing(String why) -> node.put("missing", cut(why));
    }
  }

  private static Fact read(JsonNode node) {
    if (node.has("counted")) {
      var counted = node.get("counted");
      return new Fact.Counted(counted.get(0).asDouble(), counted.get(1).asDouble());
    }
    if (node.has("cumulative")) {
      return new Fact.Timed(numbers(node.get("bounds")), numbers(node.get("cumulative")));
    }
    if (node.has("tried")) {
      var tried = node.get("tried");
      return new Fact.Tried(
          tried.get(0).asLong(), tried.get(1).asLong(), numbers(node.get("millis")));
    }
    if (node.has("value")) {
      return new Fact.Value(node.get("value").asDouble());
    }
    if (node.has("acts")) {
      return new Fact.Acted(FactsOfPeople.read(node.get("acts")));
    }
    if (node.has("logged")) {
      return new Fact.Logged(FactsOfLogs.read(node.get("logged")));
    }
    if (node.has("consumed")) {
      return new Fact.Consumed(FactsOfConsumers.read(node.get("consumed")));
    }
    if (node.has("well")) {
      return new Fact.Well(node.get("well").asBoolean(), node.get("why").asString());
    }
    return new Fact.Missing(node.path("missing").asString("of a kind that is not known here"));
  }

  private static void add(ArrayNode array, List<Double> numbers) {
    numbers.forEach(array::add);
  }

  private static List<Double> numbers(JsonNode array) {
    var numbers = new ArrayList<Double>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  static String cut(String reason) {
    // The database takes everything but this one.
    var clean = reason.replace("\0", "");
    return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON) + "…";
  }
}
