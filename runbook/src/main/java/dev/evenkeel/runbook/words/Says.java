package dev.evenkeel.runbook.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * One line about a key, shown by editors, in the reference and in messages; and its value when the
 * key is left out.
 */
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {
  String value();

  /**
   * Written as in YAML; empty when the key has no default. Optional components without one are
   * {@code Optional}.
   */
  String fallback() default "";
}
