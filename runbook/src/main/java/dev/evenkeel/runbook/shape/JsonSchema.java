package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.Grammar;
import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.runbook.grammar.Name;
import dev.evenkeel.runbook.words.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a shape as JSON Schema, draft 2020-12, for editors. It knows the shape only: what the
 * names in {@code ${…}} stand for, and the rules beyond the shape, are the linter's.
 */
public final class JsonSchema {
  private static final Map<String, Object> ONE_NAME = Grammars.pattern("\\$\\{[^}]+\\}");

  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchema() {}

  /** The schema of documents of that shape, as plain maps, lists and texts. */
  public static Map<String, Object> of(Shape.Mapping document, String id, String title) {
    JsonSchema schema = new JsonSchema();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    all.put("$id", id);
    all.put("title", title);
    all.putAll(schema.object(document, false));
    all.put("$defs", schema.definitions);
    return all;
  }

  private Map<String, Object> schema(Shape shape, boolean names) {
    return switch (shape) {
      case Shape.Single single -> single(single, names);
      case Shape.ListOf list -> {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", schema(list.of(), names));
        if (list.needed()) {
          schema.put("minItems", 1);
        }
        yield schema;
      }
      case Shape.MapOf map -> mapOf(map, names);
      case Shape.Mapping mapping -> mapping(mapping, names);
      case Shape.Kind kind -> kind(kind);
    };
  }

  private static Map<String, Object> single(Shape.Single single, boolean names) {
    Grammar grammar = single.grammar();
    Map<String, Object> schema = new LinkedHashMap<>(grammar.schema());
    Object type = schema.get("type");
    if ("integer".equals(type) || "number".equals(type)) {
      limit(single.range().atLeast()).ifPresent(limit -> schema.put("minimum", limit));
      limit(single.range().atMost()).ifPresent(limit -> schema.put("maximum", limit));
    }
    return names && grammar != Grammars.TEXT ? Map.of("anyOf", List.of(schema, ONE_NAME)) : schema;
  }

  private static Optional<Object> limit(String written) {
    return written.isEmpty()
        ? Optional.empty()
        : Grammars.of(double.class)
            .flatMap(number -> number.read(new Value.Scalar(written, Where.NOWHERE)))
            .map(limit -> limit);
  }

  private Map<String, Object> mapOf(Shape.MapOf map, boolean names) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", schema(map.of(), names));
    if (map.keys() instanceof Name name) {
      schema.put("propertyNames", Map.of("pattern", "^(" + name.kind().pattern() + ")$"));
    }
    if (map.needed()) {
      schema.put("minProperties", 1);
    }
    return schema;
  }

  private Map<String, Object> mapping(Shape.Mapping mapping, boolean names) {
    String name = mapping.type().getSimpleName().replaceFirst("(Text|Call)$", "");
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of()); // so that a record inside of itself would come to an end
      Map<String, Object> object = object(mapping, names);
      definitions.put(
          name,
          mapping
              .shortFor()
              .map(key -> shortOr(schema(key.shape(), names), object))
              .orElse(object));
    }
    return reference(name);
  }

  private static Map<String, Object> shortOr(Map<String, Object> single, Object object) {
    return Map.of("anyOf", List.of(single, object));
  }

  private static Map<String, Object> reference(String name) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/$defs/" + name);
    return reference;
  }

  private Map<String, Object> object(Shape.Mapping mapping, boolean names) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!mapping.says().isEmpty()) {
      schema.put("description", mapping.says());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Part.Key key : mapping.keys()) {
      properties.put(key.name(), property(key, names));
      if (key.presence() instanceof Part.Required) {
        required.add(key.name());
      }
    }
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    mapping.combinations().ifPresent(keys -> combinations(keys, schema));
    return schema;
  }

  private Map<String, Object> property(Part.Key key, boolean names) {
    Map<String, Object> property =
        new LinkedHashMap<>(schema(key.shape(), names || key.takesNames()));
    property.put("description", key.says());
    if (key.presence() instanceof Part.Falls(var back) && !isEmpty(back)) {
      property.put("default", plain(back));
    }
    return property;
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.Items items && items.values().isEmpty()
        || value instanceof Value.Fields fields && fields.values().isEmpty();
  }

  private static Object plain(Value value) {
    return Objects.requireNonNull(
        Interpolation.value(value, name -> Optional.empty()), "a default is something");
  }

  private static void combinations(Keys keys, Map<String, Object> schema) {
    if (keys.exactlyOne().length > 0) {
      schema.put("oneOf", each(keys.exactlyOne()));
    }
    if (keys.atLeastOne().length > 0) {
      schema.put("anyOf", each(keys.atLeastOne()));
    }
    if (keys.together().length > 0) {
      Map<String, Object> together = new LinkedHashMap<>();
      for (String key : keys.together()) {
        together.put(
            key, Arrays.stream(keys.together()).filter(other -> !other.equals(key)).toList());
      }
      schema.put("dependentRequired", together);
    }
  }

  private static List<Map<String, Object>> each(String[] keys) {
    return Arrays.stream(keys)
        .map(key -> Map.<String, Object>of("required", List.of(key)))
        .toList();
  }

  private Map<String, Object> kind(Shape.Kind kind) {
    String name = kind.type().getSimpleName().replaceFirst("(Text|Call)$", "");
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      Map<String, Object> properties = new LinkedHashMap<>();
      for (String type : kind.names()) {
        Map<String, Object> property = mapping(kind.of(type), true);
        property.put("description", kind.of(type).says());
        properties.put(type, property);
      }
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("properties", properties);
      schema.put("additionalProperties", false);
      schema.put("minProperties", 1);
      schema.put("maxProperties", 1);
      definitions.put(name, schema);
    }
    return reference(name);
  }
}
