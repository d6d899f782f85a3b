package dev.evenkeel.estate.text;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.runbook.shape.Part;
import dev.evenkeel.runbook.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one way to write what a value says: keys in the order of their shape, nothing empty, texts as
 * texts however they were written.
 */
public final class Canonical {
  private Canonical() {}

  /**
   * @param body that fits the shape
   */
  public static Map<String, Object> of(Value.Fields body, Shape.Mapping shape) {
    Map<String, Object> canonical = new LinkedHashMap<>();
    for (Part.Key key : shape.keys()) {
      Value value = body.values().get(key.name());
      if (value != null && !isNothing(value)) {
        canonical.put(key.name(), plain(value, key.shape()));
      }
    }
    return canonical;
  }

  private static boolean isNothing(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.value() == null;
      case Value.Items items -> items.values().isEmpty();
      case Value.Fields fields -> fields.values().isEmpty();
    };
  }

  private static Object plain(Value value, Shape shape) {
    return switch (value) {
      case Value.Scalar scalar when shape instanceof Shape.Single single -> single(scalar, single);
      case Value.Scalar scalar when shape instanceof Shape.Mapping mapping ->
          mapping
              .shortFor()
              .<Object>map(key -> Map.of(key.name(), plain(scalar, key.shape())))
              .orElseThrow();
      case Value.Items items when shape instanceof Shape.ListOf list -> list(items, list.of());
      case Value.Fields fields when shape instanceof Shape.MapOf map -> map(fields, map.of());
      case Value.Fields fields when shape instanceof Shape.Mapping mapping -> of(fields, mapping);
      default -> throw new IllegalArgumentException(value + " does not fit " + shape);
    };
  }

  private static Object single(Value.Scalar scalar, Shape.Single single) {
    Object value = Objects.requireNonNull(scalar.value());
    boolean asItIs =
        single.grammar() != Grammars.TEXT && (value instanceof Number || value instanceof Boolean);
    return asItIs ? value : scalar.text();
  }

  private static List<Object> list(Value.Items items, Shape of) {
    List<Object> list = new ArrayList<>();
    items.values().forEach(item -> list.add(plain(item, of)));
    return list;
  }

  private static Map<String, Object> map(Value.Fields fields, Shape of) {
    Map<String, Object> map = new LinkedHashMap<>();
    fields.values().keySet().stream()
        .sorted()
        .forEach(key -> map.put(key, plain(Objects.requireNonNull(fields.values().get(key)), of)));
    return map;
  }
}
