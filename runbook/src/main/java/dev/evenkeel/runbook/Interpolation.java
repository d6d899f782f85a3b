package dev.evenkeel.runbook;

import org.jspecify.annotations.Nullable;

/** Replaces {@code ${…}} by what it stands for. {@code $${} stands for a plain {@code ${}. */
public final class Interpolation {
  private Interpolation() {}

  /**
   * @throws UnknownName when a name stands for nothing in the scope
   */
  public static String text(String template, Scope scope) {
    throw new IllegalStateException("not built");
  }

  /**
   * The value with all names replaced, as plain Java: {@link String}, {@link Long}, {@link Double},
   * {@link Boolean}, {@link java.util.List}, {@link java.util.Map} or null.
   *
   * @throws UnknownName when a name stands for nothing in the scope
   */
  public static @Nullable Object value(Value value, Scope scope) {
    throw new IllegalStateException("not built");
  }

  /**
   * Binds an action's or a source's arguments to its record.
   *
   * @throws UnknownName when a name stands for nothing in the scope
   * @throws UnfitValue when a value cannot be what the record needs
   */
  public static <A extends Record> A bind(Value args, Class<A> words, Scope scope) {
    throw new IllegalStateException("not built");
  }

  /**
   * @throws UnknownName when a name stands for nothing in the scope
   */
  public static boolean holds(Condition condition, Scope scope) {
    throw new IllegalStateException("not built");
  }
}
