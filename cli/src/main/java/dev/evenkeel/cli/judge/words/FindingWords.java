package dev.evenkeel.cli.judge.words;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Opinion;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A finding in JSON. */
public final class FindingWords {
  private FindingWords() {}

  /** Such as {@code not-enough-evidence}. */
  public static String word(Verdict.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Such as 'not enough evidence'. */
  public static String forPeople(Verdict.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public static void into(ObjectNode document, Finding finding) {
    document.put("kind", word(finding.kind()));
    document.put("says", finding.says());
    ArrayNode pairs = document.putArray("pairs");
    finding.opinions().forEach(opinion -> pairs.add(opinion(opinion)));
  }

  private static ObjectNode opinion(Opinion opinion) {
    ObjectNode one = Json.MAPPER.createObjectNode();
    one.put("pair", opinion.pair());
    one.put("metric", opinion.metric().name().toLowerCase(Locale.ROOT));
    one.put("kind", word(opinion.kind()));
    put(one, "control", opinion.control());
    put(one, "candidate", opinion.candidate());
    put(one, "effect", opinion.effect());
    put(one, "low", opinion.low());
    put(one, "high", opinion.high());
    one.put("margin", opinion.margin());
    one.put("strength", opinion.strength());
    one.put("samples", opinion.samples());
    one.put("says", opinion.says());
    return one;
  }

  /** Left out when it is not known: JSON has neither NaN nor infinity. */
  private static void put(ObjectNode into, String name, OptionalDouble value) {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      into.put(name, value.getAsDouble());
    }
  }
}
