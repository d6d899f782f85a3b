package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.yaml.Yaml;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes shapes from records. */
public final class Shapes {
  private static final Map<Class<?>, Shape.Mapping> KNOWN = new ConcurrentHashMap<>();

  private Shapes() {}

  /** The mapping whose keys are the components of the record. */
  public static Shape.Mapping of(Class<? extends Record> type) {
    // Not computeIfAbsent: records nest, and a map must not be changed while it computes.
    Shape.Mapping known = KNOWN.get(type);
    if (known == null) {
      known =
          new Shape.Mapping(
              type, Arrays.stream(type.getRecordComponents()).map(Shapes::keyOf).toList());
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Key keyOf(RecordComponent component) {
    Says says = component.getAnnotation(Says.class);
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    Shape shape = shapeOf(optional ? argument(type, 0) : type);
    return new Key(
        component.getName(),
        shape,
        optional ? new Key.MayBeAbsent() : presence(shape, says == null ? "" : says.fallback()),
        says == null ? "" : says.value());
  }

  private static Key.Presence presence(Shape shape, String fallback) {
    if (!fallback.isEmpty()) {
      return new Key.Falls(Yaml.value(fallback));
    }
    return switch (shape) {
      case Shape.ListOf _ -> new Key.Falls(new Value.Items(List.of(), Where.NOWHERE));
      case Shape.MapOf _ -> new Key.Falls(new Value.Fields(Map.of(), Where.NOWHERE));
      default -> new Key.Required();
    };
  }

  private static Shape shapeOf(Type type) {
    if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
      return new Shape.ListOf(shapeOf(argument(type, 0)));
    }
    if (type instanceof ParameterizedType of && of.getRawType() == Map.class) {
      return new Shape.MapOf(shapeOf(argument(type, 1)));
    }
    return switch (type) {
      case Class<?> c when c == String.class -> new Shape.Text();
      case Class<?> c when c == int.class || c == Integer.class -> new Shape.Whole(Integer.class);
      case Class<?> c when c == long.class || c == Long.class -> new Shape.Whole(Long.class);
      case Class<?> c when c == double.class || c == Double.class -> new Shape.Decimal();
      case Class<?> c when c == boolean.class || c == Boolean.class -> new Shape.Flag();
      case Class<?> c when c == Duration.class -> new Shape.Span();
      case Class<?> c when c.isEnum() -> choice(c);
      case Class<?> c when c.isRecord() -> of(c.asSubclass(Record.class));
      default -> throw new IllegalStateException("No runbook can say a " + type);
    };
  }

  private static Shape choice(Class<?> type) {
    List<Object> constants = List.<Object>of(type.getEnumConstants());
    return new Shape.Choice(constants, constants.stream().map(Shapes::written).toList());
  }

  private static String written(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
