package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a value against its shape, and mends it: whatever is wrong becomes a finding and is
 * replaced by something that fits, so that the rest can be looked at as if the trouble were not
 * there. A mistyped key is taken for the one that was meant.
 */
public final class Checker {
  private final Findings findings;
  private final Singles singles;
  private final Kinds kinds;
  private final StandIns standIns;

  public Checker(Findings findings) {
    this(findings, false);
  }

  private Checker(Findings findings, boolean literal) {
    this.findings = findings;
    this.singles = new Singles(findings, literal);
    this.kinds = new Kinds(findings);
    this.standIns = new StandIns(findings);
    findings.settle(Where.NOWHERE); // where the stand-ins for missing keys are
  }

  /** For documents in which {@code ${…}} is nothing but text. */
  public static Checker literal(Findings findings) {
    return new Checker(findings, true);
  }

  /**
   * The document, mended.
   *
   * @param name how messages call it, such as {@code a runbook}
   */
  public Value mend(Value document, Shape.Mapping shape, String name) {
    return mend(document, shape, name, false);
  }

  /**
   * @param name how messages call the value
   * @param names whether {@code ${…}} may stand in it
   */
  private Value mend(Value value, Shape shape, String name, boolean names) {
    if (value instanceof Value.Scalar scalar && scalar.value() == null) {
      findings.add(
          Rule.NO_VALUE,
          value.where(),
          "%s has no value.".formatted(Sentence.start(name)),
          "Write %s, or take the key out.".formatted(shape.describe()));
      return standIns.of(shape, value.where());
    }
    return switch (shape) {
      case Shape.Single single when value instanceof Value.Scalar scalar ->
          singles.mend(scalar, single, name, names);
      case Shape.ListOf list when value instanceof Value.Items items ->
          items(items, list, name, names);
      case Shape.MapOf map when value instanceof Value.Fields fields ->
          map(fields, map, name, names);
      case Shape.Mapping mapping when value instanceof Value.Fields fields ->
          mapping(fields, mapping, name, names);
      case Shape.Mapping mapping
          when value instanceof Value.Scalar && mapping.shortFor().isPresent() ->
          mapping(Binder.asMapping(value, mapping.shortFor().get()), mapping, name, names);
      case Shape.Kind kind when value instanceof Value.Fields fields -> kind(fields, kind, name);
      default -> wrongType(value, shape, name);
    };
  }

  private Value wrongType(Value value, Shape shape, String name) {
    String found =
        switch (value) {
          case Value.Scalar scalar -> "'" + scalar.text() + "'";
          case Value.Items _ -> "a list";
          case Value.Fields _ -> "a mapping";
        };
    findings.add(
        Rule.WRONG_TYPE,
        value.where(),
        "%s must be %s; it is %s.".formatted(Sentence.start(name), shape.describe(), found),
        shape instanceof Shape.ListOf && value instanceof Value.Scalar scalar
            ? "Write it as a list: [%s].".formatted(words(scalar.text()))
            : "Write %s.".formatted(shape.describe()));
    return standIns.of(shape, value.where());
  }

  /** Each word an item of its own, quoted, because braces mean something in a list. */
  private static String words(String text) {
    return Stream.of(text.strip().split("\\s+"))
        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(", "));
  }

  private Value items(Value.Items items, Shape.ListOf shape, String name, boolean names) {
    if (shape.needed() && items.values().isEmpty()) {
      findings.add(
          Rule.MISSING_KEY,
          items.where(),
          "%s is empty.".formatted(Sentence.start(name)),
          "Give at least one.");
    }
    List<Value> mended = new ArrayList<>();
    for (Value item : items.values()) {
      mended.add(mend(item, shape.of(), "an item of " + name, names));
    }
    return new Value.Items(mended, items.where());
  }

  private Value map(Value.Fields fields, Shape.MapOf shape, String name, boolean names) {
    if (shape.needed() && fields.values().isEmpty()) {
      findings.add(
          Rule.MISSING_KEY,
          fields.where(),
          "%s is empty.".formatted(Sentence.start(name)),
          "Give at least one.");
    }
    Map<String, Value> mended = new LinkedHashMap<>();
    fields
        .values()
        .forEach((key, value) -> {
          singles.mend(
              new Value.Scalar(key, fields.whereKey(key)),
              new Shape.Single(shape.keys(), Range.ALL),
              "the key `" + key + "`",
              false);
          mended.put(key, mend(value, shape.of(), "`" + key + "`", names));
        });
    return new Value.Fields(mended, fields.keys(), fields.where());
  }

  private Value mapping(Value.Fields fields, Shape.Mapping shape, String name, boolean names) {
    Map<String, Value> meant = meant(fields, shape, name);
    Map<String, Value> mended = new LinkedHashMap<>();
    for (Part.Key key : shape.keys()) {
      Value value = meant.get(key.name());
      if (value != null) {
        String called = "`" + key.name() + "`";
        mended.put(key.name(), mend(value, key.shape(), called, names || key.takesNames()));
      } else if (key.presence() instanceof Part.Required) {
        findings.add(
            Rule.MISSING_KEY,
            fields.where(),
            "`%s` is missing in %s: %s.".formatted(key.name(), name, key.says()),
            "Add `%s` with %s.".formatted(key.name(), key.shape().describe()));
        mended.put(key.name(), standIns.of(key.shape(), Where.NOWHERE));
      }
    }
    shape
        .combinations()
        .ifPresent(keys -> Combinations.check(fields.where(), meant, keys, name, findings));
    return new Value.Fields(mended, fields.keys(), fields.where());
  }

  private Map<String, Value> meant(Value.Fields fields, Shape.Mapping shape, String name) {
    Map<String, Value> meant = new LinkedHashMap<>();
    List<String> known = shape.names();
    fields
        .values()
        .forEach((key, value) -> {
          if (shape.key(key).isPresent()) {
            meant.put(key, value);
            return;
          }
          List<String> free = known.stream().filter(n -> !fields.values().containsKey(n)).toList();
          Optional<String> near = DidYouMean.of(key, free);
          findings.add(
              Rule.UNKNOWN_KEY,
              fields.whereKey(key),
              "%s knows no key `%s`.".formatted(Sentence.start(name), key),
              UnknownKey.wayOut(key, near, shape));
          near.ifPresent(n -> meant.putIfAbsent(n, value));
        });
    return meant;
  }

  private Value kind(Value.Fields fields, Shape.Kind shape, String name) {
    Optional<String> meant = kinds.meant(fields, shape, name);
    if (meant.isEmpty()) {
      return standIns.of(shape, fields.where());
    }
    Value args = fields.values().values().iterator().next();
    Value mended = mend(args, shape.of(meant.get()), "`%s`".formatted(meant.get()), true);
    return new Value.Fields(Map.of(meant.get(), mended), fields.keys(), fields.where());
  }
}
