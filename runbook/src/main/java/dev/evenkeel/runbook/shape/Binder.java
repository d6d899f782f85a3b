package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of values in which nothing is left to be replaced. */
public final class Binder {
  private Binder() {}

  /**
   * @throws UnfitValue when a value cannot be what the record needs
   */
  public static <R extends Record> R bind(Value value, Class<R> type) {
    return type.cast(mapping(value, Shapes.of(type), "it"));
  }

  private static Object bind(Value value, Shape shape, String name) {
    return switch (shape) {
      case Shape.ListOf(var of) -> list(value, shape, of, name);
      case Shape.MapOf(var of) -> map(value, shape, of, name);
      case Shape.Mapping mapping -> mapping(value, mapping, name);
      default ->
          scalar(value, shape).orElseThrow(() -> unfit(value, name, "must be " + shape.describe()));
    };
  }

  private static Optional<Object> scalar(Value value, Shape shape) {
    return value instanceof Value.Scalar scalar && scalar.value() != null
        ? Scalars.read(scalar, shape)
        : Optional.empty();
  }

  private static List<Object> list(Value value, Shape shape, Shape of, String name) {
    if (!(value instanceof Value.Items items)) {
      throw unfit(value, name, "must be " + shape.describe());
    }
    return items.values().stream().map(item -> bind(item, of, name)).toList();
  }

  private static Map<String, Object> map(Value value, Shape shape, Shape of, String name) {
    if (!(value instanceof Value.Fields fields)) {
      throw unfit(value, name, "must be " + shape.describe());
    }
    Map<String, Object> bound = new LinkedHashMap<>();
    fields.values().forEach((key, item) -> bound.put(key, bind(item, of, name + "." + key)));
    return bound;
  }

  private static Record mapping(Value value, Shape.Mapping shape, String name) {
    if (!(value instanceof Value.Fields fields)) {
      throw unfit(value, name, "must be " + shape.describe());
    }
    fields.values().keySet().stream()
        .filter(key -> !shape.names().contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw unfit(
              value, name, "knows no key %s: it must be %s".formatted(key, shape.describe()));
        });
    List<Object> components = new ArrayList<>();
    for (Key key : shape.keys()) {
      components.add(component(fields, key));
    }
    return Records.make(shape.type(), components);
  }

  private static Object component(Value.Fields fields, Key key) {
    Value value = fields.values().get(key.name());
    if (value == null || value instanceof Value.Scalar scalar && scalar.value() == null) {
      return switch (key.presence()) {
        case Key.MayBeAbsent() -> Optional.empty();
        case Key.Falls(var back) -> bind(back, key.shape(), key.name());
        case Key.Required() ->
            throw unfit(fields, key.name(), "is missing: give " + key.shape().describe());
      };
    }
    Object bound = bind(value, key.shape(), key.name());
    return key.presence() instanceof Key.MayBeAbsent ? Optional.of(bound) : bound;
  }

  private static UnfitValue unfit(Value value, String name, String why) {
    Where where = value.where();
    String place =
        where.equals(Where.NOWHERE)
            ? ""
            : "Line %d, column %d: ".formatted(where.line(), where.column());
    String found =
        value instanceof Value.Scalar scalar ? "; it is '%s'".formatted(scalar.text()) : "";
    return new UnfitValue("%s`%s` %s%s".formatted(place, name, why, found));
  }
}
