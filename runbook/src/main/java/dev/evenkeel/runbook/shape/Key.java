package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Value;
import java.util.Optional;

/**
 * A key of a mapping.
 *
 * @param says one line about it; may be empty
 * @param presence what it means to leave it out
 */
public record Key(String name, Shape shape, Presence presence, String says) {

  /** What it means to leave a key out. */
  public sealed interface Presence {}

  /** It may not be left out. */
  public record Required() implements Presence {}

  /** Its component becomes an empty {@link Optional}. */
  public record MayBeAbsent() implements Presence {}

  /** It is as if this had been written. */
  public record Falls(Value back) implements Presence {}
}
