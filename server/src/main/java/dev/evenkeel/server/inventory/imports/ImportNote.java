package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that was brought.
 *
 * @param source name of the system it comes from; what it says is compared with what the same
 *     source said before
 * @param digest SHA-256 of the file as it came
 * @param mapping what the columns of a table mean, when somebody has said so
 * @param change what it did to the estate; empty when it did nothing
 * @param inForce whether it was applied and its change was not taken back
 */
public record ImportNote(
    long id,
    Instant at,
    Actor actor,
    String source,
    String format,
    String file,
    String digest,
    Optional<TableMapping> mapping,
    ImportState state,
    Optional<Long> change,
    boolean inForce,
    ImportCounts counts) {

  public boolean isOpen() {
    return state == ImportState.PROPOSED;
  }

  /** Whether its columns mean what a person says. */
  public boolean isTable() {
    return format.equals("csv");
  }

  public boolean isTakenBack() {
    return state == ImportState.APPLIED && !inForce;
  }

  /** Whether there is anything in it to apply. */
  public boolean mayBeApplied() {
    return isOpen() && counts.rowsTaken() > 0;
  }
}
