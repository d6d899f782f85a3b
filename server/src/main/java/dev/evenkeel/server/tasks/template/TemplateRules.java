package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.server.tasks.deadline.Deadlines;
import dev.evenkeel.server.tasks.deadline.Offset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold in a template beyond its shape. */
final class TemplateRules {
  private static final int MOST_STEPS = 500;
  private static final int MOST_ITEMS = 100;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 4_000;
  private static final Pattern CAPABILITY = Pattern.compile("C\\d{2,3}");
  private static final Set<String> LINES = Set.of("title", "label", "key", "name");

  private final Value.Fields body;
  private final Findings findings;

  /** Also those whose key another one has. */
  private final List<Value.Fields> every = new ArrayList<>();

  TemplateRules(Value.Fields body, Findings findings) {
    this.body = body;
    this.findings = findings;
  }

  void check(Template template) {
    texts(body, "");
    if (body.values().get("name") instanceof Value.Scalar name && name.text().equals("new")) {
      findings.add(
          Rule.RESERVED_NAME,
          name.where(),
          "The name 'new' stands for a template that is not there yet.",
          "Choose another name.");
    }
    Map<String, Value.Fields> steps = new LinkedHashMap<>();
    Map<String, Where> groups = new HashMap<>();
    for (Value.Fields group : list(body, "modules")) {
      unique(groups, group, "key", "module");
      list(group, "steps").forEach(step -> step(step, steps));
    }
    list(body, "steps").forEach(step -> step(step, steps));
    list(body, "sheets")
        .forEach(sheet -> {
          fields(sheet, "fields");
          fields(sheet, "columns");
        });
    if (steps.isEmpty() && !template.isWorksheet()) {
      findings.add(
          Rule.MISSING_KEY,
          body.where(),
          "The template has no step.",
          "Write at least one step with `key` and `title`.");
    }
    if (steps.size() > MOST_STEPS) {
      findings.add(
          Rule.TOO_LARGE,
          body.where(),
          "There are %d steps; at most %d fit.".formatted(steps.size(), MOST_STEPS),
          "Make several templates of it.");
    }
    every.forEach(step -> after(step, steps.keySet()));
    if (!findings.hasErrors()) {
      circles(template, steps);
    }
  }

  private void step(Value.Fields step, Map<String, Value.Fields> steps) {
    every.add(step);
    String key = text(step, "key");
    Value.Fields first = steps.putIfAbsent(key, step);
    if (first != null) {
      findings.add(
          Rule.DUPLICATE_NAME,
          step.whereOf("key"),
          "There is a second step '%s'; the first is on line %d."
              .formatted(key, first.whereOf("key").line()),
          "Give it another key.");
    }
    String offset = text(step, "offset");
    if (!offset.isEmpty() && Offset.parse(offset).isEmpty()) {
      findings.add(
          Rule.BAD_DURATION,
          step.whereOf("offset"),
          "`offset` is '%s', which is no number of days or hours.".formatted(offset),
          "Write it as 5d or 12h; before its basis as -5d.");
    }
    items(step, "capabilities").stream()
        .filter(one -> !CAPABILITY.matcher(one.text()).matches())
        .forEach(one ->
            findings.add(
                Rule.UNKNOWN_WORD,
                one.where(),
                "'%s' is not the id of a capability.".formatted(one.text()),
                "Write it as C36."));
    for (String key2 : List.of("checklist", "fields", "after", "capabilities")) {
      if (step.values().get(key2) instanceof Value.Items many
          && many.values().size() > MOST_ITEMS) {
        findings.add(
            Rule.TOO_LARGE,
            many.where(),
            "`%s` has %d entries; at most %d fit."
                .formatted(key2, many.values().size(), MOST_ITEMS),
            "Make several steps of it.");
      }
    }
    fields(step, "fields");
    if (step.values().get("raci") instanceof Value.Fields raci
        && raci.values().get("accountable") == null) {
      findings.add(
          Rule.MISSING_KEY,
          raci.where(),
          "`raci` names nobody who is accountable; exactly one must be.",
          "Add `accountable`.");
    }
  }

  private void fields(Value.Fields of, String key) {
    Map<String, Where> names = new HashMap<>();
    for (Value.Fields field : list(of, key)) {
      unique(names, field, "name", "field");
      boolean choice = text(field, "type").equals("choice");
      if (choice != !items(field, "options").isEmpty()) {
        findings.add(
            Rule.KEY_COMBINATION,
            field.where(),
            choice
                ? "The field '%s' is a choice without `options`.".formatted(text(field, "name"))
                : "The field '%s' has `options` and is no choice.".formatted(text(field, "name")),
            "Write `type: choice` together with `options`.");
      }
    }
  }

  private void unique(Map<String, Where> seen, Value.Fields of, String key, String noun) {
    Where first = seen.putIfAbsent(text(of, key), of.whereOf(key));
    if (first != null) {
      findings.add(
          Rule.DUPLICATE_NAME,
          of.whereOf(key),
          "There is a second %s '%s'; the first is on line %d."
              .formatted(noun, text(of, key), first.line()),
          "Give it another name.");
    }
  }

  private void after(Value.Fields step, Set<String> known) {
    Set<String> seen = new HashSet<>();
    for (Value.Scalar one : items(step, "after")) {
      if (!known.contains(one.text())) {
        findings.add(
            Rule.UNKNOWN_NAME,
            one.where(),
            "'%s' comes after '%s', and there is no such step."
                .formatted(text(step, "key"), one.text()),
            DidYouMean.of(one.text(), known)
                .map("Did you mean %s?"::formatted)
                .orElse("Write the key of a step of this template."));
      } else if (!seen.add(one.text())) {
        findings.add(
            Rule.DUPLICATE_NAME,
            one.where(),
            "'%s' stands in `after` twice.".formatted(one.text()),
            "Remove one of the two.");
      }
    }
  }

  private void circles(Template template, Map<String, Value.Fields> steps) {
    List<String> circle = Deadlines.circle(template.timed(java.util.Optional.empty()));
    if (!circle.isEmpty()) {
      Value.Fields first = steps.get(circle.getFirst());
      findings.add(
          Rule.KEY_COMBINATION,
          first == null ? body.where() : first.whereOf("after"),
          "Steps come after themselves: %s.".formatted(String.join(", then ", circle)),
          "Take one of these out of `after`, or put the steps into another order.");
    }
  }

  private void texts(Value value, String key) {
    switch (value) {
      case Value.Items items -> items.values().forEach(one -> texts(one, key));
      case Value.Fields fields -> fields.values().forEach((name, one) -> texts(one, name));
      case Value.Scalar scalar -> {
        int most = LINES.contains(key) ? LONGEST_LINE : LONGEST_TEXT;
        if (scalar.text().length() > most) {
          findings.add(
              Rule.TOO_LARGE,
              scalar.where(),
              "`%s` has %d characters; at most %d fit."
                  .formatted(key, scalar.text().length(), most),
              "Say it shorter.");
        }
      }
    }
  }

  private static String text(Value.Fields of, String key) {
    return of.values().get(key) instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  private static List<Value.Fields> list(Value.Fields of, String key) {
    List<Value.Fields> found = new ArrayList<>();
    if (of.values().get(key) instanceof Value.Items items) {
      for (Value one : items.values()) {
        if (one instanceof Value.Fields fields) {
          found.add(fields);
        }
      }
    }
    return found;
  }

  private static List<Value.Scalar> items(Value.Fields of, String key) {
    List<Value.Scalar> found = new ArrayList<>();
    if (of.values().get(key) instanceof Value.Items items) {
      for (Value one : items.values()) {
        if (one instanceof Value.Scalar scalar) {
          found.add(scalar);
        }
      }
    }
    return found;
  }
}
