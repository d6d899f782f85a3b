package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.template.FormField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what was filled into the form of a task. */
final class Answers {
  private static final int LINE = 400;
  private static final int TEXT = 4_000;
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private Answers() {}

  static Map<String, String> read(Typed typed, Task task) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (FormField field : task.work().fields()) {
      read(typed, field).ifPresent(text -> answers.put(field.name(), text));
    }
    return answers;
  }

  private static Optional<String> read(Typed typed, FormField field) {
    String path = "fields." + field.name();
    return switch (field.type()) {
      case TEXT, PERSON -> typed.words(path, LINE);
      case AREA -> typed.words(path, TEXT);
      case NUMBER -> typed.number(path, MOST.negate(), MOST).map(BigDecimal::toPlainString);
      case MONEY -> typed.number(path, BigDecimal.ZERO, MOST).map(BigDecimal::toPlainString);
      case DATE -> typed.day(path).map(Object::toString);
      case YES_NO -> oneOf(typed, path, java.util.List.of("yes", "no"));
      case CHOICE -> oneOf(typed, path, field.options());
      case LINK -> {
        Optional<String> link = typed.words(path, TEXT);
        if (link.filter(one -> !one.matches("(?i)https?://\\S+|/\\S*")).isPresent()) {
          typed.wrong(path, "This is no address. Begin it with https:// or http://.");
        }
        yield link;
      }
    };
  }

  private static Optional<String> oneOf(Typed typed, String path, java.util.List<String> words) {
    Optional<String> text = typed.words(path, LINE);
    if (text.filter(one -> !words.contains(one)).isPresent()) {
      typed.wrong(path, "'%s' is none of %s.".formatted(text.orElse(""), String.join(", ", words)));
    }
    return text;
  }

  static Typed of(Task task) {
    Map<String, String> texts = new LinkedHashMap<>();
    task.work().answers().forEach((name, text) -> texts.put("fields." + name, text));
    return Typed.of(texts);
  }
}
