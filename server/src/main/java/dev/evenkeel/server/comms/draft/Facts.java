package dev.evenkeel.server.comms.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is known, before anybody says it in a language. What is not in it is not known. */
public record Facts(Map<Known, Value> known) {

  /** One thing that is known. */
  public sealed interface Value {
    record Words(String text) implements Value {}

    /** A word that each language has its own for, such as {@code ROLLING_BACK}. */
    record Term(String word) implements Value {}

    record Moment(Instant at) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Length(Duration length) implements Value {}
  }

  public Facts {
    known = Collections.unmodifiableMap(copy(known));
  }

  private static EnumMap<Known, Value> copy(Map<Known, Value> known) {
    EnumMap<Known, Value> copy = new EnumMap<>(Known.class);
    copy.putAll(known);
    return copy;
  }

  public static Facts none() {
    return new Facts(Map.of());
  }

  private Facts with(Known name, Value value) {
    EnumMap<Known, Value> more = copy(known);
    more.put(name, value);
    return new Facts(more);
  }

  /** An empty text is nothing that is known. */
  public Facts words(Known name, String text) {
    return text.isBlank() ? this : with(name, new Value.Words(text.strip()));
  }

  public Facts words(Known name, Optional<String> text) {
    return words(name, text.orElse(""));
  }

  public Facts term(Known name, String word) {
    return with(name, new Value.Term(word));
  }

  public Facts at(Known name, Instant at) {
    return with(name, new Value.Moment(at));
  }

  public Facts at(Known name, Optional<Instant> at) {
    return at.map(one -> at(name, one)).orElse(this);
  }

  public Facts day(Known name, LocalDate day) {
    return with(name, new Value.Day(day));
  }

  public Facts length(Known name, Duration length) {
    return with(name, new Value.Length(length));
  }

  /** The same without what these readers must not be told. */
  public Facts without(Known... names) {
    EnumMap<Known, Value> fewer = copy(known);
    for (Known name : names) {
      fewer.remove(name);
    }
    return new Facts(fewer);
  }

  public boolean has(Known name) {
    return known.containsKey(name);
  }
}
