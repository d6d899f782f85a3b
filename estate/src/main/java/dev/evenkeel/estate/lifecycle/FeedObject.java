package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.runbook.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One object of lifecycle data, read key by key. What does not fit ends the reading of the object.
 */
record FeedObject(Map<String, Value> values) {

  /** What is wrong with an object, in words. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    Unfit(String why) {
      super(why, null, false, false);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  static FeedObject of(Value value, String what) {
    if (value instanceof Value.Fields fields) {
      return new FeedObject(fields.values());
    }
    throw new Unfit(what + " is no object");
  }

  boolean has(String key) {
    return values.get(key) != null
        && !(values.get(key) instanceof Value.Scalar scalar && scalar.value() == null);
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> new Unfit("it has no " + key));
  }

  /** Numbers count as texts: a product may name its lines 2019. */
  Optional<String> optional(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof Value.Scalar scalar) {
      return Optional.of(scalar.text()).filter(text -> !text.isBlank());
    }
    throw new Unfit("its %s is no text".formatted(key));
  }

  Optional<Boolean> flag(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (values.get(key) instanceof Value.Scalar scalar && scalar.value() instanceof Boolean flag) {
      return Optional.of(flag);
    }
    throw new Unfit("its %s is neither true nor false".formatted(key));
  }

  boolean isFlag(String key) {
    return values.get(key) instanceof Value.Scalar scalar && scalar.value() instanceof Boolean;
  }

  Optional<LocalDate> date(String key) {
    return optional(key).map(text -> date(key, text));
  }

  private static LocalDate date(String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new Unfit("its %s '%s' is no date such as 2026-08-22".formatted(key, shortened(text)));
    }
  }

  Optional<FeedObject> object(String key) {
    var value = values.get(key);
    return value != null && has(key) ? Optional.of(of(value, "its " + key)) : Optional.empty();
  }

  List<Value> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (values.get(key) instanceof Value.Items items) {
      return items.values();
    }
    throw new Unfit("its %s is no list".formatted(key));
  }

  List<String> texts(String key) {
    return items(key).stream()
        .map(item -> item instanceof Value.Scalar scalar ? scalar.text() : "")
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** Everything that is a single value, by name. */
  Map<String, String> others(Predicate<String> wanted) {
    var others = new TreeMap<String, String>();
    values.forEach((key, value) -> {
      if (wanted.test(key) && value instanceof Value.Scalar scalar && !scalar.text().isEmpty()) {
        others.put(key, scalar.text());
      }
    });
    return others;
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
