package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.ActionCall;
import dev.evenkeel.runbook.Catalogue;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.Grammar;
import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.runbook.grammar.Name;
import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.TakesNames;
import dev.evenkeel.runbook.words.Written;
import dev.evenkeel.runbook.written.SourceText;
import dev.evenkeel.runbook.yaml.Yaml;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
      Says says = type.getAnnotation(Says.class);
      known =
          new Shape.Mapping(
              type,
              says == null ? "" : says.value(),
              Arrays.stream(type.getRecordComponents()).map(Shapes::partOf).toList(),
              Optional.ofNullable(type.getAnnotation(Keys.class)));
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Part partOf(RecordComponent component) {
    if (component.getType() == Value.Fields.class) {
      return new Part.Self();
    }
    Says says = component.getAnnotation(Says.class);
    if (says == null) {
      throw new IllegalStateException(component + " says nothing about itself");
    }
    Written written = component.getAnnotation(Written.class);
    boolean optional = component.getType() == Optional.class;
    Type type = component.getGenericType();
    Shape shape = shapeOf(optional ? argument(type, 0) : type, says, spelling(component));
    return new Part.Key(
        written == null ? component.getName() : written.value(),
        shape,
        optional ? new Part.MayBeAbsent() : presence(shape, says),
        says.value(),
        component.isAnnotationPresent(TakesNames.class));
  }

  private static Optional<Grammar> spelling(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Spelled.class))
        .map(spelled -> new Name(spelled.value()));
  }

  private static Part.Presence presence(Shape shape, Says says) {
    if (!says.fallback().isEmpty()) {
      return new Part.Falls(Yaml.value(says.fallback()));
    }
    return switch (shape) {
      case Shape.ListOf list when !list.needed() ->
          new Part.Falls(new Value.Items(List.of(), Where.NOWHERE));
      case Shape.MapOf map when !map.needed() ->
          new Part.Falls(new Value.Fields(Map.of(), Where.NOWHERE));
      default -> new Part.Required();
    };
  }

  private static Shape shapeOf(Type type, Says says, Optional<Grammar> spelling) {
    if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
      return new Shape.ListOf(shapeOf(argument(type, 0), says, spelling), says.needed());
    }
    if (type instanceof ParameterizedType of && of.getRawType() == Map.class) {
      Shape values = shapeOf(argument(type, 1), says, Optional.empty());
      return new Shape.MapOf(spelling.orElse(Grammars.TEXT), values, says.needed());
    }
    Class<?> plain = (Class<?>) type;
    if (plain == ActionCall.class) {
      return kind(plain, "action", Rule.UNKNOWN_ACTION, Catalogue.ACTIONS);
    }
    if (plain == SourceText.class) {
      return kind(plain, "kind of source", Rule.UNKNOWN_SOURCE_KIND, Catalogue.SOURCES);
    }
    return spelling
        .or(() -> Grammars.of(plain))
        .<Shape>map(grammar -> new Shape.Single(grammar, new Range(says.atLeast(), says.atMost())))
        .orElseGet(() -> of(plain.asSubclass(Record.class)));
  }

  private static Shape.Kind kind(
      Class<?> type, String noun, Rule unknown, Map<String, Class<? extends Record>> words) {
    Map<String, Shape.Mapping> kinds = new LinkedHashMap<>();
    words.forEach((name, record) -> kinds.put(name, of(record)));
    return new Shape.Kind(type.asSubclass(Record.class), noun, unknown, kinds);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
