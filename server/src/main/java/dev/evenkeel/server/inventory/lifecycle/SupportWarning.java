package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.backlog.Standing;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something of a system ends soon or has ended. Told once for each distance.
 *
 * @param id grows with time; 0 before it is told
 * @param days the distance that was reached: 365, 180, 90, 30, or 0 when it is over
 * @param says in words
 */
public record SupportWarning(
    long id, Instant at, String system, Standing.What what, LocalDate ends, int days, String says) {

  /** Whether anybody says the day; otherwise {@code ends} is only when it was noticed. */
  public boolean isDated() {
    return !says.endsWith(Standing.End.UNDATED);
  }
}
