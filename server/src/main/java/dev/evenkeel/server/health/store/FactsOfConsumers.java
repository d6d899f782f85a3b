package dev.evenkeel.server.health.store;

import dev.evenkeel.judge.downstream.Look;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was read of a consumer, as it is stored: what was not known is left out. */
final class FactsOfConsumers {
  private FactsOfConsumers() {}

  static void write(Look look, ObjectNode node) {
    node.put("consumer", FactsJson.cut(look.consumer())).put("unit", FactsJson.cut(look.unit()));
    put(node, "most", look.most());
    put(node, "given", look.given());
    put(node, "done", look.done());
    put(node, "backlog", look.backlog());
    put(node, "busy", look.busy());
  }

  static Look read(JsonNode node) {
    return new Look(
        node.path("consumer").asString(""),
        node.path("unit").asString(""),
        number(node, "most"),
        number(node, "given"),
        number(node, "done"),
        number(node, "backlog"),
        number(node, "busy"));
  }

  private static void put(ObjectNode node, String name, double number) {
    if (!Double.isNaN(number)) {
      node.put(name, number);
    }
  }

  private static double number(JsonNode node, String name) {
    return node.path(name).asDouble(Double.NaN);
  }
}
