package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Value;
import java.util.Optional;

/** A component of a record that a mapping becomes. */
public sealed interface Part {

  /** The mapping itself, to find places in it; not a key. */
  record Self() implements Part {}

  /**
   * A key of the mapping.
   *
   * @param says one line about it; may be empty
   * @param takesNames whether {@code ${…}} may stand in it, though it is outside of actions and
   *     sources
   * @param presence what it means to leave it out
   */
  record Key(String name, Shape shape, Presence presence, String says, boolean takesNames)
      implements Part {}

  /** What it means to leave a key out. */
  sealed interface Presence {}

  /** It may not be left out. */
  record Required() implements Presence {}

  /** Its component becomes an empty {@link Optional}. */
  record MayBeAbsent() implements Presence {}

  /** It is as if this had been written. */
  record Falls(Value back) implements Presence {}
}
