package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.DidYouMean;
import java.util.Map;
import java.util.Optional;

/** Finds out which action or kind of source a mapping names. */
final class Kinds {
  private final Findings findings;

  Kinds(Findings findings) {
    this.findings = findings;
  }

  /**
   * The name of the kind that was meant.
   *
   * @return empty when that cannot be told; the finding is there
   */
  Optional<String> meant(Value.Fields fields, Shape.Kind shape, String name) {
    Map<String, Value> given = fields.values();
    if (given.size() != 1) {
      String named = given.isEmpty() ? "none" : String.join(", ", given.keySet());
      findings.add(
          Rule.KEY_COMBINATION,
          fields.where(),
          "%s must name exactly one %s; it names %s."
              .formatted(Sentence.start(name), shape.noun(), named),
          "Write %s.".formatted(shape.describe()));
      return Optional.empty();
    }
    String type = given.keySet().iterator().next();
    if (shape.names().contains(type)) {
      return Optional.of(type);
    }
    Optional<String> near = DidYouMean.of(type, shape.names());
    findings.add(
        shape.unknown(),
        fields.whereKey(type),
        "There is no %s `%s`.".formatted(shape.noun(), type),
        near.map("Did you mean `%s`?"::formatted)
            .orElse("Write one of %s.".formatted(String.join(", ", shape.names()))));
    return near;
  }
}
