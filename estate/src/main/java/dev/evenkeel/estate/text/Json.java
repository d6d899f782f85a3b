package dev.evenkeel.estate.text;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON, to values with their places, to plain things and back. */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).maxStringLength(1 << 20).build())
          .build();

  /** What was kept was looked at when it came; it must be read whatever the bounds are today. */
  private static final JsonFactory KEPT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Json() {}

  /** A parser with bounds that fit whatever comes from outside. */
  public static JsonFactory factory() {
    return FACTORY;
  }

  /**
   * @throws tools.jackson.core.JacksonException when it is not JSON
   */
  public static Value read(String text) {
    return read(text, FACTORY);
  }

  /**
   * Reads what was written here before, however long it is.
   *
   * @throws tools.jackson.core.JacksonException when it is not JSON
   */
  public static Value readKept(String text) {
    return read(text, KEPT);
  }

  private static Value read(String text, JsonFactory factory) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value(parser);
    }
  }

  /** The value the parser stands at the beginning of. Afterwards it stands at its end. */
  public static Value value(JsonParser parser) {
    Where where = where(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, where);
      case START_ARRAY -> {
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield new Value.Items(values, where);
      }
      case VALUE_STRING -> {
        String text = SharedTexts.of(parser.getString());
        yield new Value.Scalar(text, text, where);
      }
      default -> new Value.Scalar(scalar(parser), parser.getString(), where);
    };
  }

  private static Value.Fields fields(JsonParser parser, Where where) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Where> keys = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      keys.put(key, where(parser));
      parser.nextToken();
      values.put(key, value(parser));
    }
    return new Value.Fields(values, keys, where);
  }

  private static @Nullable Object scalar(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> fitting(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }

  private static Object fitting(JsonParser parser) {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getString()
        : parser.getLongValue();
  }

  private static Where where(JsonParser parser) {
    TokenStreamLocation place = parser.currentTokenLocation();
    return new Where(Math.max(0, place.getLineNr()), Math.max(0, place.getColumnNr()));
  }

  /** An object as maps, lists, texts, numbers and flags. */
  public static Map<String, Object> plain(String object) {
    if (!(readKept(object) instanceof Value.Fields fields)) {
      throw new IllegalArgumentException("not an object: " + object);
    }
    return plain(fields);
  }

  /** As maps, lists, texts, numbers and flags; keys without a value are left out. */
  public static Map<String, Object> plain(Value.Fields fields) {
    Map<String, Object> plain = new LinkedHashMap<>();
    fields
        .values()
        .forEach((key, value) -> {
          Object thing = plain(value);
          if (thing != null) {
            plain.put(key, thing);
          }
        });
    return plain;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.value();
      case Value.Items items ->
          items.values().stream().map(Json::plain).filter(thing -> thing != null).toList();
      case Value.Fields fields -> plain(fields);
    };
  }

  /** Plain things as a value, all of it in one place. */
  public static Value value(Object plain, Where where) {
    return switch (plain) {
      case Map<?, ?> map -> {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Where> keys = new HashMap<>();
        map.forEach((key, thing) -> {
          values.put(key.toString(), value(thing, where));
          keys.put(key.toString(), where);
        });
        yield new Value.Fields(values, keys, where);
      }
      case List<?> list ->
          new Value.Items(list.stream().map(thing -> value(thing, where)).toList(), where);
      case Integer number -> new Value.Scalar(number.longValue(), where);
      default -> new Value.Scalar(plain, where);
    };
  }

  /** Without spaces. */
  public static String write(Map<String, Object> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(object, generator);
    }
    return text.toString();
  }

  private static void write(Object thing, JsonGenerator generator) {
    switch (thing) {
      case Map<?, ?> map -> {
        generator.writeStartObject();
        map.forEach((key, value) -> {
          generator.writeName(key.toString());
          write(value, generator);
        });
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        list.forEach(item -> write(item, generator));
        generator.writeEndArray();
      }
      case Boolean flag -> generator.writeBoolean(flag);
      case Double number -> generator.writeNumber(number);
      case Number number -> generator.writeNumber(number.longValue());
      default -> generator.writeString(thing.toString());
    }
  }
}
