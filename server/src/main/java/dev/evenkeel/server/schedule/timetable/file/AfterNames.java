package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names of other upgrades in {@code schedule.after}: files know no numbers. */
final class AfterNames {
  private AfterNames() {}

  /** A name, and where it stands. */
  record Mention(String name, Where where) {}

  /** All that are mentioned by a document. */
  static List<Mention> in(Value.Fields document) {
    List<Mention> mentions = new ArrayList<>();
    replaced(
        document,
        scalar -> {
          mentions.add(new Mention(scalar.text(), scalar.where()));
          return scalar;
        });
    return mentions;
  }

  /** A document with numbers in the place of names. */
  static Value.Fields numbered(Value.Fields document, Function<String, Long> number) {
    return replaced(
        document, scalar -> new Value.Scalar(number.apply(scalar.text()), scalar.where()));
  }

  private static Value.Fields replaced(
      Value.Fields document, Function<Value.Scalar, Value> replacing) {
    return with(document, "schedule", schedule -> after(schedule, replacing));
  }

  private static Value after(Value schedule, Function<Value.Scalar, Value> replacing) {
    return schedule instanceof Value.Fields fields
        ? with(fields, "after", after -> upgrades(after, replacing))
        : schedule;
  }

  private static Value upgrades(Value after, Function<Value.Scalar, Value> replacing) {
    return after instanceof Value.Items items
        ? new Value.Items(
            items.values().stream().map(item -> upgrade(item, replacing)).toList(), items.where())
        : after;
  }

  private static Value upgrade(Value item, Function<Value.Scalar, Value> replacing) {
    return item instanceof Value.Fields fields
        ? with(
            fields,
            "upgrade",
            value ->
                value instanceof Value.Scalar scalar && scalar.value() instanceof String
                    ? replacing.apply(scalar)
                    : value)
        : item;
  }

  private static Value.Fields with(Value.Fields fields, String key, Function<Value, Value> change) {
    Value there = fields.values().get(key);
    if (there == null) {
      return fields;
    }
    Map<String, Value> values = new LinkedHashMap<>(fields.values());
    values.put(key, change.apply(there));
    return new Value.Fields(values, fields.keys(), fields.where());
  }
}
