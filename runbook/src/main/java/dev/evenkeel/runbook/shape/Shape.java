package dev.evenkeel.runbook.shape;

import java.util.List;

/** What a value must look like. */
public sealed interface Shape {

  /** In words, to follow 'must be'. */
  String describe();

  /** A text; numbers and true or false are taken as written. */
  record Text() implements Shape {
    @Override
    public String describe() {
      return "a text";
    }
  }

  /**
   * A whole number.
   *
   * @param type {@code Integer} or {@code Long}
   */
  record Whole(Class<?> type) implements Shape {
    @Override
    public String describe() {
      return "a whole number";
    }
  }

  /** A number. */
  record Decimal() implements Shape {
    @Override
    public String describe() {
      return "a number";
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public String describe() {
      return "true or false";
    }
  }

  /** A duration. */
  record Span() implements Shape {
    @Override
    public String describe() {
      return "a duration such as 500ms, 30s, 10m, 24h or 7d";
    }
  }

  /**
   * One of a few words.
   *
   * @param constants of the enum
   * @param words how they are written, in the same order
   */
  record Choice(List<Object> constants, List<String> words) implements Shape {
    public Choice {
      constants = List.copyOf(constants);
      words = List.copyOf(words);
    }

    @Override
    public String describe() {
      return "one of " + String.join(", ", words);
    }
  }

  /** A list. */
  record ListOf(Shape of) implements Shape {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /** A mapping with keys of the author's choice. */
  record MapOf(Shape of) implements Shape {
    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /** A mapping with the keys of a record. */
  record Mapping(Class<? extends Record> type, List<Key> keys) implements Shape {
    public Mapping {
      keys = List.copyOf(keys);
    }

    @Override
    public String describe() {
      return "a mapping with the keys " + String.join(", ", names());
    }

    public List<String> names() {
      return keys.stream().map(Key::name).toList();
    }
  }
}
