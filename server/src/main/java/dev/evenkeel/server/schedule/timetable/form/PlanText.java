package dev.evenkeel.server.schedule.timetable.form;

import dev.evenkeel.estate.text.YamlText;
import dev.evenkeel.runbook.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as people would write it by hand. */
public final class PlanText {
  private PlanText() {}

  public static String of(Value.Fields written) {
    return written.values().isEmpty() ? "" : YamlText.of(fields(written));
  }

  private static Map<String, @Nullable Object> fields(Value.Fields fields) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    fields.values().forEach((key, value) -> plain.put(key, plain(value)));
    return plain;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.value();
      case Value.Items items -> List.copyOf(items.values().stream().map(PlanText::plain).toList());
      case Value.Fields fields -> fields(fields);
    };
  }
}
