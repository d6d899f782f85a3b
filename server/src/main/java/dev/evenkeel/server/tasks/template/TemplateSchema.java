package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.shape.JsonSchema;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.server.tasks.deadline.Offset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of templates, for editors. */
public final class TemplateSchema {
  private TemplateSchema() {}

  /** Draft 2020-12, as plain maps, lists, texts, numbers and booleans. */
  public static Map<String, Object> v1() {
    Map<String, Object> schema =
        new LinkedHashMap<>(
            JsonSchema.of(
                Shapes.of(Template.class),
                "urn:evenkeel:template:v1",
                "Evenkeel template, evenkeel/v1"));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", Map.of("const", "evenkeel/v1"));
    properties.put("kind", Map.of("const", "Template"));
    properties.putAll(asMap(schema.get("properties")));
    schema.put("properties", properties);
    List<Object> required = new ArrayList<>(List.of("apiVersion", "kind"));
    if (schema.get("required") instanceof List<?> more) {
      required.addAll(more);
    }
    schema.put("required", required);
    Map<String, Object> definitions = new LinkedHashMap<>(asMap(schema.get("$defs")));
    definitions.replaceAll((name, one) -> name.equals("Step") ? step(asMap(one)) : one);
    schema.put("$defs", definitions);
    return schema;
  }

  private static Map<String, Object> step(Map<String, Object> step) {
    Map<String, Object> properties = new LinkedHashMap<>(asMap(step.get("properties")));
    Map<String, Object> offset = new LinkedHashMap<>(asMap(properties.get("offset")));
    offset.put("type", "string");
    offset.put("pattern", "^" + Offset.PATTERN + "$");
    properties.put("offset", offset);
    Map<String, Object> whole = new LinkedHashMap<>(step);
    whole.put("properties", properties);
    return whole;
  }

  @SuppressWarnings("unchecked") // the keys of schemas are texts
  private static Map<String, Object> asMap(@Nullable Object map) {
    return map == null ? Map.of() : (Map<String, Object>) map;
  }
}
