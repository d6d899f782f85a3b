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
import java.util.stream.Collectors;
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

  /** A mapping with the keys of a record. */
  final class Mapping implements Shape {
    private final Class<? extends Record> type;
    private final String says;
    private final List<Part> parts;
    private final Optional<Keys> combinations;
    private final List<Part.Key> keys;
    private final List<String> names;
    private final Map<String, Part.Key> byName;

    /**
     * @param says one line about it; may be empty
     */
    Mapping(
        Class<? extends Record> type, String says, List<Part> parts, Optional<Keys> combinations) {
      this.type = type;
      this.says = says;
      this.parts = List.copyOf(parts);
      this.combinations = combinations;
      this.keys =
          parts.stream().filter(Part.Key.class::isInstance).map(Part.Key.class::cast).toList();
      this.names = keys.stream().map(Part.Key::name).toList();
      this.byName = keys.stream().collect(Collectors.toMap(Part.Key::name, key -> key));
    }

    public Class<? extends Record> type() {
      return type;
    }

    public String says() {
      return says;
    }

    /** The components of the record, in their order. */
    public List<Part> parts() {
      return parts;
    }

    public Optional<Keys> combinations() {
      return combinations;
    }

    @Override
    public String describe() {
      return "a mapping with the keys " + String.join(", ", names);
    }

    public List<Part.Key> keys() {
      return keys;
    }

    public List<String> names() {
      return names;
    }

    public Optional<Part.Key> key(String name) {
      return Optional.ofNullable(byName.get(name));
    }

    /** The key that a single value in place of the mapping stands for. */
    public Optional<Part.Key> shortFor() {
      return combinations.flatMap(together -> key(together.shortFor()));
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
