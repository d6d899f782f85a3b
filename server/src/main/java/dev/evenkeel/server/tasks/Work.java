package dev.evenkeel.server.tasks;

import dev.evenkeel.server.tasks.template.FormField;
import dev.evenkeel.server.tasks.template.Raci;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be filled in and ticked off.
 *
 * @param answers what was filled in, by name of the field
 */
public record Work(
    List<FormField> fields,
    Map<String, String> answers,
    List<CheckItem> checklist,
    Optional<Raci> raci) {
  public Work {
    fields = List.copyOf(fields);
    answers = Map.copyOf(answers);
    checklist = List.copyOf(checklist);
  }

  Work answering(Map<String, String> other) {
    return new Work(fields, other, checklist, raci);
  }

  Work checking(List<CheckItem> other) {
    return new Work(fields, answers, other, raci);
  }

  /** What is still to be filled in or ticked before it can be done. */
  public List<String> missing() {
    return java.util.stream.Stream.concat(
            fields.stream()
                .filter(FormField::required)
                .filter(field -> answers.getOrDefault(field.name(), "").isBlank())
                .map(field -> "'%s' is not filled in".formatted(field.shownAs())),
            checklist.stream()
                .filter(item -> !item.ticked())
                .map(item -> "'%s' is not ticked".formatted(item.text())))
        .toList();
  }

  public long ticks() {
    return checklist.stream().filter(CheckItem::ticked).count();
  }
}
