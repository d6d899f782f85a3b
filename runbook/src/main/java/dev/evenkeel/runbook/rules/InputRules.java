package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.written.InputText;
import dev.evenkeel.runbook.written.RunbookText;

/** Defaults and allowed values of inputs fit their type and each other. */
final class InputRules implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    runbook.inputs().forEach((name, input) -> check(name, input, findings));
  }

  private static void check(String name, InputText input, Findings findings) {
    String type = input.type().describe();
    Value allowed = input.at().values().get("allowed");
    if (allowed instanceof Value.Items items) {
      items.values().stream()
          .filter(Value.Scalar.class::isInstance)
          .map(Value.Scalar.class::cast)
          .filter(value -> !input.type().fits(value.text()))
          .forEach(value ->
              findings.add(
                  Rule.BAD_INPUT,
                  value.where(),
                  "'%s' is allowed for the input `%s`, but the type asks for %s."
                      .formatted(value.text(), name, type),
                  "Correct the value or the type."));
    }
    input
        .fallback()
        .ifPresent(fallback -> {
          if (!input.type().fits(fallback)) {
            findings.add(
                Rule.BAD_INPUT,
                input.at().whereOf("default"),
                "The default '%s' of the input `%s` must be %s.".formatted(fallback, name, type),
                "Correct the default or the type.");
          } else if (!input.allowed().isEmpty() && !input.allowed().contains(fallback)) {
            findings.add(
                Rule.BAD_INPUT,
                input.at().whereOf("default"),
                "The default '%s' of the input `%s` is not among its allowed values: %s."
                    .formatted(fallback, name, String.join(", ", input.allowed())),
                "Allow it, or choose another default.");
          }
        });
  }
}
