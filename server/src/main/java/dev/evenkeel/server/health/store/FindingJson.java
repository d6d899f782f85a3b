package dev.evenkeel.server.health.store;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as they are stored. A moment is a list: epoch milliseconds, control, candidate, low,
 * high, strength; null where there is no number. What has been written once is read for ever, so
 * names here never change.
 */
final class FindingJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FindingJson() {}

  static String write(Finding finding) {
    var node = JSON.createObjectNode();
    node.put("kind", finding.kind().name());
    finding.decided().ifPresent(at -> node.put("decided", at.toString()));
    node.put("says", clean(finding.says()));
    var opinions = node.putArray("opinions");
    finding.opinions().forEach(opinion -> write(opinion, opinions.addObject()));
    return node.toString();
  }

  static Finding read(String json) {
    var node = JSON.readTree(json);
    var opinions = new ArrayList<Opinion>();
    node.path("opinions").forEach(opinion -> opinions.add(opinion(opinion)));
    return new Finding(
        Verdict.Kind.valueOf(node.path("kind").asString()),
        node.has("decided")
            ? Optional.of(Instant.parse(node.path("decided").asString()))
            : Optional.empty(),
        node.path("says").asString(),
        opinions);
  }

  private static void write(Opinion opinion, ObjectNode node) {
    node.put("pair", clean(opinion.pair()));
    node.put("metric", opinion.metric().name());
    node.put("kind", opinion.kind().name());
    put(node, "control", opinion.control());
    put(node, "candidate", opinion.candidate());
    put(node, "effect", opinion.effect());
    put(node, "low", opinion.low());
    put(node, "high", opinion.high());
    node.put("margin", opinion.margin());
    node.put("strength", opinion.strength());
    node.put("samples", opinion.samples());
    node.put("says", clean(opinion.says()));
    var course = node.putArray("course");
    opinion.course().forEach(moment -> write(moment, course.addArray()));
  }

  private static void write(Moment moment, ArrayNode array) {
    array.add(moment.at().toEpochMilli());
    add(array, moment.control());
    add(array, moment.candidate());
    add(array, moment.low());
    add(array, moment.high());
    array.add(moment.strength());
  }

  private static Opinion opinion(JsonNode node) {
    List<Moment> course = new ArrayList<>();
    node.path("course").forEach(moment -> course.add(moment(moment)));
    return new Opinion(
        node.path("pair").asString(),
        Kind.valueOf(node.path("metric").asString()),
        Verdict.Kind.valueOf(node.path("kind").asString()),
        number(node.path("control")),
        number(node.path("candidate")),
        number(node.path("effect")),
        number(node.path("low")),
        number(node.path("high")),
        node.path("margin").asDouble(),
        node.path("strength").asDouble(),
        node.path("samples").asLong(),
        node.path("says").asString(),
        course);
  }

  private static Moment moment(JsonNode array) {
    return new Moment(
        Instant.ofEpochMilli(array.path(0).asLong()),
        number(array.path(1)),
        number(array.path(2)),
        number(array.path(3)),
        number(array.path(4)),
        array.path(5).asDouble());
  }

  private static void put(ObjectNode node, String name, OptionalDouble number) {
    if (finite(number)) {
      node.put(name, number.getAsDouble());
    }
  }

  private static void add(ArrayNode array, OptionalDouble number) {
    if (finite(number)) {
      array.add(number.getAsDouble());
    } else {
      array.addNull();
    }
  }

  /** JSON knows no others. */
  private static boolean finite(OptionalDouble number) {
    return number.isPresent() && Double.isFinite(number.getAsDouble());
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  private static String clean(String text) {
    return text.replace("\0", ""); // the database takes everything but this one
  }
}
