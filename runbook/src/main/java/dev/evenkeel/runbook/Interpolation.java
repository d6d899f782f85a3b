package dev.evenkeel.runbook;

import dev.evenkeel.runbook.expression.ConditionParser;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.expression.Template;
import dev.evenkeel.runbook.shape.Binder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${…}} by what it stands for. {@code $${} stands for a plain {@code ${}. What a
 * name stands for is never looked into again, so a value cannot bring names of its own.
 */
public final class Interpolation {
  private Interpolation() {}

  /**
   * @throws UnknownName when a name stands for nothing in the scope
   * @throws UnfitValue when a {@code ${} is not closed or holds no name
   */
  public static String text(String template, Scope scope) {
    try {
      return Template.of(template).fill(scope);
    } catch (Malformed e) {
      throw new UnfitValue("In '%s': %s".formatted(template, e.getMessage()));
    }
  }

  /**
   * The value with all names replaced, as plain Java: {@link String}, {@link Long}, {@link Double},
   * {@link Boolean}, {@link java.util.List}, {@link java.util.Map} or null.
   *
   * @throws UnknownName when a name stands for nothing in the scope
   * @throws UnfitValue when a {@code ${} is not closed or holds no name
   */
  public static @Nullable Object value(Value value, Scope scope) {
    return switch (value) {
      case Value.Scalar scalar ->
          scalar.value() instanceof String text ? text(text, scope) : scalar.value();
      case Value.Items items -> {
        List<@Nullable Object> plain = new ArrayList<>();
        items.values().forEach(item -> plain.add(value(item, scope)));
        yield plain;
      }
      case Value.Fields fields -> {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        fields.values().forEach((key, item) -> plain.put(key, value(item, scope)));
        yield plain;
      }
    };
  }

  /**
   * Binds an action's or a source's arguments to its record. A value that is exactly one {@code
   * ${…}} may become a number, a duration or whatever else its place needs.
   *
   * @throws UnknownName when a name stands for nothing in the scope
   * @throws UnfitValue when a value cannot be what the record needs
   */
  public static <A extends Record> A bind(Value args, Class<A> words, Scope scope) {
    return Binder.bind(filled(args, scope), words);
  }

  private static Value filled(Value value, Scope scope) {
    return switch (value) {
      case Value.Scalar scalar ->
          scalar.value() instanceof String text
              ? new Value.Scalar(text(text, scope), scalar.where())
              : scalar;
      case Value.Items(var values, var where) ->
          new Value.Items(values.stream().map(item -> filled(item, scope)).toList(), where);
      case Value.Fields(var values, var keys, var where) -> {
        Map<String, Value> replaced = new LinkedHashMap<>();
        values.forEach((key, item) -> replaced.put(key, filled(item, scope)));
        yield new Value.Fields(replaced, keys, where);
      }
    };
  }

  /**
   * Whether a condition holds. Values are compared as text; a value that stands alone must be
   * {@code true} or {@code false}.
   *
   * @throws UnknownName when a name stands for nothing in the scope
   * @throws UnfitValue when the condition cannot be understood, or a value standing alone is
   *     neither true nor false
   */
  public static boolean holds(Condition condition, Scope scope) {
    try {
      return ConditionParser.parse(condition.text()).holds(scope);
    } catch (Malformed e) {
      throw new UnfitValue(
          "The condition '%s' cannot be understood: %s."
              .formatted(condition.text(), e.getMessage()));
    }
  }
}
