package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.Criticality;
import java.util.Optional;

/**
 * A system that a file states to be less critical than the facts say: who works with it, what it
 * holds, and what needs it.
 *
 * @param before as it was stated; empty when it was not
 * @param criticality as the file states it
 * @param proposed what the facts say, as they are with the file
 * @param why the reason of what is proposed, in words
 * @param place where the file says so
 */
public record Lowered(
    String system,
    Optional<Criticality> before,
    Criticality criticality,
    Criticality proposed,
    String why,
    Place place) {

  /** By how many steps it is too low. */
  int steps() {
    return criticality.ordinal() - proposed.ordinal();
  }
}
