package dev.evenkeel.runbook.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * What is to be known about a key: one line for people, shown by editors, in the reference and in
 * messages, and what may be written.
 */
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {
  String value();

  /**
   * Its value when the key is left out, written as in YAML; empty when the key has no default.
   * Optional components without one are {@code Optional}; lists and mappings without one are empty.
   */
  String fallback() default "";

  /** Whether a list or mapping must hold something. */
  boolean needed() default false;

  /** The smallest value, written as in YAML; empty when there is no limit. */
  String atLeast() default "";

  /** The largest value, written as in YAML; empty when there is no limit. */
  String atMost() default "";
}
