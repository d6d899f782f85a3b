package dev.evenkeel.estate.advisory;

import dev.evenkeel.runbook.Value;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON document, which may be missing, and the way to it.
 *
 * @param path such as {@code /affected/0/package}
 */
public record Part(@Nullable Value value, String path) {
  private static final int SHOWN = 60;

  static Part whole(Value value) {
    return new Part(value, "");
  }

  public Part get(String key) {
    Value inner = value instanceof Value.Fields fields ? fields.values().get(key) : null;
    return new Part(inner, path + "/" + key);
  }

  /** Over several keys. */
  public Part at(String... keys) {
    Part part = this;
    for (String key : keys) {
      part = part.get(key);
    }
    return part;
  }

  public boolean exists() {
    return value != null && !(value instanceof Value.Scalar scalar && scalar.value() == null);
  }

  public Set<String> keys() {
    return value instanceof Value.Fields fields ? fields.values().keySet() : Set.of();
  }

  public boolean isObject() {
    return value instanceof Value.Fields;
  }

  /** Of a list; nothing when it is none. */
  public Stream<Part> items() {
    return value instanceof Value.Items items
        ? IntStream.range(0, items.values().size())
            .mapToObj(at -> new Part(items.values().get(at), path + "/" + at))
        : Stream.empty();
  }

  public Stream<Part> items(String key) {
    return get(key).items();
  }

  /** Texts of a list. */
  public List<String> texts(String key) {
    return items(key).flatMap(item -> item.text().stream()).toList();
  }

  /** A text or a number that says something. */
  public Optional<String> text() {
    return value instanceof Value.Scalar scalar
            && scalar.value() != null
            && !scalar.text().isBlank()
        ? Optional.of(scalar.text().strip())
        : Optional.empty();
  }

  public Optional<String> text(String key) {
    return get(key).text();
  }

  public Optional<Double> number(String key) {
    return get(key).value() instanceof Value.Scalar scalar
            && scalar.value() instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  String need(String key) {
    return text(key).orElseThrow(() -> new Unfit(path + "/" + key, "There is no text in it."));
  }

  /** Sources write a zero date for one they do not know. */
  public Optional<Instant> time(String key) {
    return text(key)
        .map(text -> {
          try {
            return OffsetDateTime.parse(text).toInstant();
          } catch (DateTimeParseException _) {
            throw new Unfit(path + "/" + key, "'%s' is no time.".formatted(shortened(text)));
          }
        })
        .filter(at -> at.isAfter(Instant.EPOCH));
  }

  public static String shortened(String text) {
    return shortened(text, SHOWN);
  }

  static String shortened(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= most ? line : line.substring(0, most - 1) + "…";
  }
}
