package dev.evenkeel.runbook;

import dev.evenkeel.runbook.shape.JsonSchema;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.Map;

/** The JSON Schema of runbooks, for editors. */
public final class RunbookSchema {
  private RunbookSchema() {}

  /** Draft 2020-12, as plain maps, lists, texts, numbers and booleans. */
  public static Map<String, Object> v1() {
    return JsonSchema.of(
        Shapes.of(RunbookText.class), "urn:evenkeel:runbook:v1", "Evenkeel runbook, evenkeel/v1");
  }
}
