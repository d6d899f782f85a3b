package dev.evenkeel.runbook.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * How a key or a word is written in a runbook, where that is not its name in Java: components as
 * they are, enum constants in lower case with hyphens.
 */
@Retention(RetentionPolicy.RUNTIME)
public @interface Written {
  String value();
}
