package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.expression.Template;
import dev.evenkeel.runbook.grammar.Grammar;
import dev.evenkeel.runbook.grammar.Grammars;
import java.util.Optional;

/** Holds single values against their grammar and range. */
final class Singles {
  private final Findings findings;
  private final boolean literal;

  /**
   * @param literal whether {@code ${…}} is nothing but text
   */
  Singles(Findings findings, boolean literal) {
    this.findings = findings;
    this.literal = literal;
  }

  Value.Scalar mend(Value.Scalar scalar, Shape.Single shape, String name, boolean names) {
    Grammar grammar = shape.grammar();
    if (!literal && scalar.text().contains("${") && !grammar.takesNames()) {
      return names ? withNames(scalar, shape, name) : nameNotHere(scalar, shape, name);
    }
    Optional<?> read = grammar.read(scalar);
    if (read.isEmpty()) {
      return wrong(
          scalar,
          shape,
          grammar.rule(),
          "%s must be %s; it is '%s'."
              .formatted(Sentence.start(name), grammar.describe(), scalar.text()),
          grammar.wayOut(scalar.text()));
    }
    if (!shape.range().holds(read.get(), grammar)) {
      return wrong(
          scalar,
          shape,
          Rule.OUT_OF_RANGE,
          "%s must be %s; it is %s."
              .formatted(Sentence.start(name), shape.range().describe(), scalar.text()),
          "Write a value in that range.");
    }
    return scalar;
  }

  private Value.Scalar withNames(Value.Scalar scalar, Shape.Single shape, String name) {
    Grammar grammar = shape.grammar();
    if (grammar == Grammars.TEXT || isOneName(scalar.text())) {
      return scalar;
    }
    return wrong(
        scalar,
        shape,
        grammar.rule(),
        "%s must be %s or exactly one ${…}; it is '%s'."
            .formatted(Sentence.start(name), grammar.describe(), scalar.text()),
        "Write the whole value, unit included, into what ${…} names.");
  }

  private static boolean isOneName(String text) {
    try {
      return Template.of(text).isOneName();
    } catch (Malformed _) {
      return true; // said where all names are looked at
    }
  }

  private Value.Scalar nameNotHere(Value.Scalar scalar, Shape.Single shape, String name) {
    return wrong(
        scalar,
        shape,
        Rule.NAME_NOT_HERE,
        "${…} is not replaced in %s; it is '%s'.".formatted(Sentence.start(name), scalar.text()),
        "Write the value itself here, and use ${…} in actions, sources and `when`.");
  }

  private Value.Scalar wrong(
      Value.Scalar scalar, Shape.Single shape, Rule rule, String message, String wayOut) {
    findings.add(rule, scalar.where(), message, wayOut);
    findings.settle(scalar.where());
    return shape.standIn(scalar.text(), scalar.where());
  }
}
