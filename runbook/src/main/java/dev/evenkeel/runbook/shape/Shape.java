package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.Grammar;
import dev.evenkeel.runbook.words.Keys;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a value must look like. */
public sealed interface Shape {

  /** In words, to follow 'must be'. */
  String describe();

  /** A single value. */
  record Single(Grammar grammar, Range range) implements Shape {

    /** Something that fits, as near to the text as can be guessed. */
    Value.Scalar standIn(String text, Where where) {
      return Stream.of(
              grammar.guess(text).stream(),
              Stream.of(grammar.example(), range.atLeast(), range.atMost()))
          .flatMap(candidates -> candidates)
          .map(candidate -> new Value.Scalar(candidate, where))
          .filter(this::fits)
          .findFirst()
          .orElseThrow();
    }

    private boolean fits(Value.Scalar scalar) {
      return grammar.read(scalar).filter(value -> range.holds(value, grammar)).isPresent();
    }

    @Override
    public String describe() {
      return grammar.describe();
    }
  }

  /**
   * A list.
   *
   * @param needed whether it must hold something
   */
  record ListOf(Shape of, boolean needed) implements Shape {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * A mapping with keys of the author's choice.
   *
   * @param keys how they are spelled
   * @param needed whether it must hold something
   */
  record MapOf(Grammar keys, Shape of, boolean needed) implements Shape {
    @Override
    public String describe() {
      return "a mapping";
    }
  }

  /**
   * A mapping with the keys of a record.
   *
   * @param says one line about it; may be empty
   */
  record Mapping(
      Class<? extends Record> type, String says, List<Part> parts, Optional<Keys> combinations)
      implements Shape {
    public Mapping {
      parts = List.copyOf(parts);
    }

    @Override
    public String describe() {
      return "a mapping with the keys " + String.join(", ", names());
    }

    public List<Part.Key> keys() {
      return parts.stream().filter(Part.Key.class::isInstance).map(Part.Key.class::cast).toList();
    }

    public List<String> names() {
      return keys().stream().map(Part.Key::name).toList();
    }

    public Optional<Part.Key> key(String name) {
      return keys().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** The key that a single value in place of the mapping stands for. */
    public Optional<Part.Key> shortFor() {
      return combinations.flatMap(keys -> key(keys.shortFor()));
    }
  }

  /**
   * A mapping with exactly one key, which names a kind, such as {@code exec: {…}}.
   *
   * @param type the record of kind, arguments and place it becomes
   * @param noun what the kinds are kinds of, such as {@code action}
   * @param unknown the rule broken by other kinds
   */
  record Kind(Class<? extends Record> type, String noun, Rule unknown, Map<String, Mapping> kinds)
      implements Shape {
    public Kind {
      kinds = Map.copyOf(kinds);
    }

    @Override
    public String describe() {
      return "one %s: %s".formatted(noun, String.join(", ", names()));
    }

    /** The mapping of arguments of a kind that is known. */
    public Mapping of(String kind) {
      return Objects.requireNonNull(kinds.get(kind), kind);
    }

    public List<String> names() {
      return kinds.keySet().stream().sorted().toList();
    }
  }
}
