package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts something that fits where a value is wrong or missing, and settles its place. */
final class StandIns {
  private final Findings findings;

  StandIns(Findings findings) {
    this.findings = findings;
  }

  Value of(Shape shape, Where where) {
    findings.settle(where);
    return switch (shape) {
      case Shape.Single single -> single.standIn("", where);
      case Shape.ListOf _ -> new Value.Items(List.of(), where);
      case Shape.MapOf _ -> new Value.Fields(Map.of(), where);
      case Shape.Mapping mapping -> mapping(mapping, where);
      case Shape.Kind _ -> new Value.Fields(Map.of("?", new Value.Fields(Map.of(), where)), where);
    };
  }

  private Value mapping(Shape.Mapping shape, Where where) {
    Map<String, Value> needed = new LinkedHashMap<>();
    for (Part.Key key : shape.keys()) {
      if (key.presence() instanceof Part.Required) {
        needed.put(key.name(), of(key.shape(), where));
      }
    }
    return new Value.Fields(needed, where);
  }
}
