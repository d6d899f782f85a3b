package dev.evenkeel.runbook.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Which keys of a mapping go together. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Keys {
  /** Exactly one of these must be given. */
  String[] exactlyOne() default {};

  /** At least one of these must be given. */
  String[] atLeastOne() default {};

  /** Either all of these are given or none. */
  String[] together() default {};

  /** A single value written in place of the mapping stands for this key. */
  String shortFor() default "";
}
