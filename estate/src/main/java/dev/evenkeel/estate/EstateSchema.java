package dev.evenkeel.estate;

import dev.evenkeel.runbook.shape.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of the documents of an estate, for editors. */
public final class EstateSchema {
  private EstateSchema() {}

  /** Draft 2020-12, as plain maps, lists, texts, numbers and booleans. */
  public static Map<String, Object> v1() {
    List<Object> kinds = new ArrayList<>();
    Map<String, Object> definitions = new TreeMap<>();
    for (EntryKind kind : EntryKind.values()) {
      Map<String, Object> of = JsonSchema.of(kind.shape(), "", kind.word());
      definitions.putAll(asMap(of.get("$defs")));
      kinds.add(document(kind, of));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:evenkeel:estate:v1");
    schema.put("title", "Evenkeel estate, evenkeel/v1");
    schema.put("oneOf", kinds);
    schema.put("$defs", definitions);
    return schema;
  }

  private static Map<String, Object> document(EntryKind kind, Map<String, Object> of) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", Map.of("const", "evenkeel/v1"));
    properties.put("kind", Map.of("const", kind.word()));
    properties.putAll(asMap(of.get("properties")));
    List<Object> required = new ArrayList<>(List.of("apiVersion", "kind"));
    if (of.get("required") instanceof List<?> more) {
      required.addAll(more);
    }
    Map<String, Object> document = new LinkedHashMap<>(of);
    List.of("$schema", "$id", "$defs").forEach(document::remove);
    document.put("properties", properties);
    document.put("required", required);
    return document;
  }

  @SuppressWarnings("unchecked") // the keys of schemas are texts
  private static Map<String, Object> asMap(@Nullable Object map) {
    return map == null ? Map.of() : (Map<String, Object>) map;
  }
}
