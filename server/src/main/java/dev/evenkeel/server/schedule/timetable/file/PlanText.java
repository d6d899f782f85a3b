package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.estate.text.Canonical;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.shape.Checker;
import dev.evenkeel.runbook.shape.Shapes;
import dev.evenkeel.runbook.yaml.Yaml;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is planned of an upgrade, as maps, lists, texts and numbers in the order of its shape. */
final class PlanText {
  private PlanText() {}

  /** Of a text that was kept. */
  static Map<String, Object> read(String text) {
    Findings findings = new Findings("");
    return text.isBlank()
        ? Map.of()
        : Yaml.read(text, findings)
            .map(value ->
                Checker.literal(findings).mend(value, Shapes.of(ScheduleTerms.class), "the plan"))
            .map(PlanText::canonical)
            .orElse(Map.of());
  }

  /** Of a document of an upgrade that has a plan. */
  static Map<String, Object> of(Value document) {
    return document instanceof Value.Fields fields
            && fields.values().get("schedule") instanceof Value schedule
        ? canonical(schedule)
        : Map.of();
  }

  private static Map<String, Object> canonical(Value plan) {
    return plan instanceof Value.Fields fields
        ? Canonical.of(fields, Shapes.of(ScheduleTerms.class))
        : Map.of();
  }

  /** With names in the place of numbers, where there are such. */
  static Map<String, Object> named(Map<String, Object> plan, Map<String, UpgradeId> names) {
    Map<Object, Object> byNumber = new HashMap<>();
    names.forEach((name, id) -> byNumber.put(id.value(), name));
    Map<String, Object> named = new LinkedHashMap<>(plan);
    named.computeIfPresent(
        "after",
        (key, after) ->
            after instanceof List<?> list
                ? list.stream().map(one -> one(one, byNumber)).toList()
                : after);
    return named;
  }

  private static Object one(Object after, Map<Object, Object> byNumber) {
    if (!(after instanceof Map<?, ?> map)) {
      return after;
    }
    Map<Object, Object> named = new LinkedHashMap<>(map);
    named.computeIfPresent("upgrade", (key, number) -> byNumber.getOrDefault(number, number));
    return named;
  }
}
