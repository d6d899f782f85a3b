package dev.evenkeel.judge.novelty;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How many failures of a kind never seen before are too many.
 *
 * @param window a source that says nothing for longer is silent
 * @param evidence entries each version must have logged before the new one is called healthy
 * @param warning more occasions than this, of warnings and errors
 * @param breach more occasions than this, of errors
 */
public record NoveltyRule(
    String name, Duration window, long evidence, OptionalDouble warning, OptionalDouble breach) {

  /** Warns of any, and takes back when errors of a new kind came more than ten times. */
  public static NoveltyRule of(String name) {
    return new NoveltyRule(
        name, Duration.ofSeconds(30), 50, OptionalDouble.of(0), OptionalDouble.of(10));
  }
}
