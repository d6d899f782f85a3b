package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Condition;
import dev.evenkeel.runbook.Durations;
import dev.evenkeel.runbook.Rule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The grammars there are, by the Java type they make. */
public final class Grammars {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

  /** Numbers and true or false are taken as written, so a version need not be quoted. */
  public static final Grammar TEXT =
      new Notation(
          "a text", "?", Rule.WRONG_TYPE, type("string", "number", "boolean"), Optional::of);

  private static final Grammar INTEGER = whole(Integer::valueOf);
  private static final Grammar LONG = whole(Long::valueOf);
  private static final Grammar NUMBER =
      new Notation("a number", "1", Rule.WRONG_TYPE, type("number"), Grammars::decimal);
  private static final Grammar FLAG =
      new Notation("true or false", "false", Rule.WRONG_TYPE, type("boolean"), Grammars::flag);
  private static final Grammar PORTION =
      new Notation(
          "a number from 1 on or a share such as 25%",
          "1",
          Rule.WRONG_TYPE,
          Map.of(
              "anyOf", List.of(inOrder("type", "integer", "minimum", 1), pattern(Share.PATTERN))),
          Portion::parse);
  private static final Grammar AMOUNT =
      new Notation(
          "a percentage such as 1%, a duration such as 100ms or a number",
          "1",
          Rule.WRONG_TYPE,
          Map.of(
              "anyOf", List.of(type("number"), pattern(Share.PATTERN), pattern(Durations.PATTERN))),
          Amount::parse);

  private static final Map<Class<?>, Grammar> BY_TYPE =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          Map.entry(int.class, INTEGER),
          Map.entry(Integer.class, INTEGER),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(double.class, NUMBER),
          Map.entry(Double.class, NUMBER),
          Map.entry(boolean.class, FLAG),
          Map.entry(Boolean.class, FLAG),
          Map.entry(Duration.class, new Time()),
          Map.entry(LocalDate.class, new Day()),
          Map.entry(ZoneId.class, new Zone()),
          Map.entry(Share.class, new Percent()),
          Map.entry(Portion.class, PORTION),
          Map.entry(Amount.class, AMOUNT),
          Map.entry(Condition.class, new When()));

  private Grammars() {}

  /**
   * @return empty when values of that type are not single values
   */
  public static Optional<Grammar> of(Class<?> type) {
    return type.isEnum() ? Optional.of(Choice.of(type)) : Optional.ofNullable(BY_TYPE.get(type));
  }

  /** How an enum constant is written. */
  public static String written(Enum<?> constant) {
    return Choice.written(constant);
  }

  private static Grammar whole(Function<String, Object> parser) {
    return new Notation(
        "a whole number",
        "1",
        Rule.WRONG_TYPE,
        type("integer"),
        text -> {
          try {
            return Optional.of(parser.apply(text));
          } catch (NumberFormatException _) {
            return Optional.empty();
          }
        });
  }

  static Optional<Double> decimal(String text) {
    // Java alone would also take 5d and 0x1p3.
    return DECIMAL.matcher(text).matches()
        ? Optional.of(Double.valueOf(text)).filter(Double::isFinite)
        : Optional.empty();
  }

  private static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> type(String... types) {
    return Map.of("type", types.length == 1 ? types[0] : List.of(types));
  }

  /** A text of exactly that pattern. */
  public static Map<String, Object> pattern(String pattern) {
    return spelled(List.of("string"), pattern);
  }

  /** Values of these types, the texts among them of exactly that pattern. */
  static Map<String, Object> spelled(List<String> types, String pattern) {
    return inOrder(
        "type", types.size() == 1 ? types.getFirst() : types, "pattern", "^(" + pattern + ")$");
  }

  /** In this order in every run, which {@link Map#of} does not promise; schemas are published. */
  static Map<String, Object> inOrder(String first, Object value, String second, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, value);
    map.put(second, other);
    return map;
  }
}
