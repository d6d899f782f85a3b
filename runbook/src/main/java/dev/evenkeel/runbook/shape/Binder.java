package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of values. What {@link Checker} has mended always fits. */
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
      case Shape.Single single -> single(value, single, name);
      case Shape.ListOf(var of, var _) ->
          as(Value.Items.class, value, shape, name).values().stream()
              .map(item -> bind(item, of, name))
              .toList();
      case Shape.MapOf map -> map(value, map, name);
      case Shape.Mapping mapping -> mapping(value, mapping, name);
      case Shape.Kind kind -> kind(value, kind, name);
    };
  }

  private static Object single(Value value, Shape.Single shape, String name) {
    Value.Scalar scalar = as(Value.Scalar.class, value, shape, name);
    Object read =
        Optional.ofNullable(scalar.value())
            .flatMap(_ -> shape.grammar().read(scalar))
            .orElseThrow(() -> unfit(value, name, "must be " + shape.describe()));
    if (!shape.range().holds(read, shape.grammar())) {
      throw unfit(value, name, "must be " + shape.range().describe());
    }
    return read;
  }

  private static Map<String, Object> map(Value value, Shape.MapOf shape, String name) {
    Map<String, Object> bound = new LinkedHashMap<>();
    as(Value.Fields.class, value, shape, name)
        .values()
        .forEach((key, item) -> bound.put(key, bind(item, shape.of(), key)));
    // Most are empty or have one key, and a large estate has hundreds of thousands of them.
    return bound.size() <= 1 ? Map.copyOf(bound) : bound;
  }

  private static Record mapping(Value value, Shape.Mapping shape, String name) {
    Optional<Part.Key> shortFor = shape.shortFor();
    if (value instanceof Value.Scalar && shortFor.isPresent()) {
      return mapping(asMapping(value, shortFor.get()), shape, name);
    }
    Value.Fields fields = as(Value.Fields.class, value, shape, name);
    for (String key : fields.values().keySet()) {
      if (shape.key(key).isEmpty()) {
        throw unfit(value, name, "knows no key %s: it must be %s".formatted(key, shape.describe()));
      }
    }
    List<Object> components = new ArrayList<>();
    for (Part part : shape.parts()) {
      components.add(
          switch (part) {
            case Part.Self() -> fields;
            case Part.Key key -> component(fields, key);
          });
    }
    return Records.make(shape.type(), components);
  }

  static Value.Fields asMapping(Value value, Part.Key key) {
    return new Value.Fields(
        Map.of(key.name(), value), Map.of(key.name(), value.where()), value.where());
  }

  private static Object component(Value.Fields fields, Part.Key key) {
    Value value = fields.values().get(key.name());
    if (value == null || value instanceof Value.Scalar scalar && scalar.value() == null) {
      return switch (key.presence()) {
        case Part.MayBeAbsent() -> Optional.empty();
        case Part.Falls(var back) -> bind(back, key.shape(), key.name());
        case Part.Required() ->
            throw unfit(fields, key.name(), "is missing: give " + key.shape().describe());
      };
    }
    Object bound = bind(value, key.shape(), key.name());
    return key.presence() instanceof Part.MayBeAbsent ? Optional.of(bound) : bound;
  }

  private static Record kind(Value value, Shape.Kind shape, String name) {
    Map<String, Value> values = as(Value.Fields.class, value, shape, name).values();
    if (values.size() != 1) {
      throw unfit(value, name, "must be " + shape.describe());
    }
    Map.Entry<String, Value> only = values.entrySet().iterator().next();
    return Records.make(shape.type(), List.of(only.getKey(), only.getValue(), value.where()));
  }

  private static <V extends Value> V as(Class<V> type, Value value, Shape shape, String name) {
    if (!type.isInstance(value)) {
      throw unfit(value, name, "must be " + shape.describe());
    }
    return type.cast(value);
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
