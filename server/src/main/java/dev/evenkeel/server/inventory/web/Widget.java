package dev.evenkeel.server.inventory.web;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.grammar.Choice;
import dev.evenkeel.runbook.grammar.Grammar;
import dev.evenkeel.runbook.shape.Part;
import dev.evenkeel.runbook.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * How one key of a document is filled in on a page. Made from the shape of the document, so that a
 * new key needs no page of its own.
 *
 * @param path name of the field in the form, such as {@code supportEnd} or {@code demand.weekdays}
 * @param says what the key means
 * @param options of a choice
 * @param fallback what it means to leave it out; empty when that means nothing
 * @param columns of rows
 */
record Widget(
    String path,
    String label,
    String says,
    Sort sort,
    boolean required,
    List<String> options,
    String fallback,
    List<Widget> columns) {

  /** What a reader types into. */
  enum Sort {
    LINE,
    TEXT,
    DATE,
    NUMBER,
    CHOICE,
    FLAG,
    /** One item a line. */
    LINES,
    /** Numbers side by side. */
    NUMBERS,
    /** {@code name: value} lines. */
    PAIRS,
    /** A table of mappings. */
    ROWS
  }

  /** The widgets of a document, in the order of its keys. */
  static List<Widget> of(Shape.Mapping shape) {
    return shape.keys().stream().flatMap(key -> of(key, "")).toList();
  }

  private static Stream<Widget> of(Part.Key key, String within) {
    String path = within + key.name();
    boolean required = key.presence() instanceof Part.Required;
    BiFunction<Sort, List<String>, Widget> simple =
        (sort, options) ->
            new Widget(
                path,
                Labels.of(key.name()),
                key.says(),
                sort,
                required,
                options,
                fallback(key),
                List.of());
    return switch (key.shape()) {
      case Shape.Single single -> Stream.of(single(single.grammar(), key, simple));
      case Shape.ListOf(Shape.Single single, var _) ->
          Stream.of(
              simple.apply(
                  isNumber(single.grammar()) ? Sort.NUMBERS : Sort.LINES, options(single)));
      case Shape.ListOf(Shape.Mapping rows, var _) ->
          Stream.of(
              new Widget(
                  path,
                  Labels.of(key.name()),
                  key.says(),
                  Sort.ROWS,
                  required,
                  List.of(),
                  "",
                  of(rows)));
      case Shape.MapOf _ -> Stream.of(simple.apply(Sort.PAIRS, List.of()));
      case Shape.Mapping mapping -> mapping.keys().stream().flatMap(inner -> of(inner, path + "."));
      default -> throw new IllegalStateException("no widget for " + key);
    };
  }

  private static Widget single(
      Grammar grammar, Part.Key key, BiFunction<Sort, List<String>, Widget> simple) {
    if (grammar instanceof Choice choice) {
      return simple.apply(Sort.CHOICE, choice.words());
    }
    Optional<Object> type = Optional.ofNullable(grammar.schema().get("type"));
    if (type.filter("boolean"::equals).isPresent()) {
      return simple.apply(Sort.FLAG, List.of());
    }
    if (isNumber(grammar)) {
      return simple.apply(Sort.NUMBER, List.of());
    }
    if ("date".equals(grammar.schema().get("format"))) {
      return simple.apply(Sort.DATE, List.of());
    }
    return simple.apply(key.says().endsWith("for people") ? Sort.TEXT : Sort.LINE, List.of());
  }

  private static String fallback(Part.Key key) {
    return key.presence() instanceof Part.Falls(Value.Scalar scalar) ? scalar.text() : "";
  }

  private static boolean isNumber(Grammar grammar) {
    Object type = grammar.schema().get("type");
    return "integer".equals(type) || "number".equals(type);
  }

  private static List<String> options(Shape.Single single) {
    return single.grammar() instanceof Choice choice ? choice.words() : List.of();
  }

  /** Whether it takes the whole width. */
  public boolean isWide() {
    return sort == Sort.ROWS;
  }
}
