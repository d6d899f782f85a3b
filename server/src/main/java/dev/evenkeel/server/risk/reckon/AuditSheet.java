package dev.evenkeel.server.risk.reckon;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The audit as it is planned and done. There is no word for leaving it out.
 *
 * @param doneOn the day it was over; only with evidence
 * @param evidence what it found, or where that stands
 */
public record AuditSheet(
    Optional<String> owner,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    Optional<LocalDate> doneOn,
    Optional<String> evidence) {
  public static final AuditSheet EMPTY =
      new AuditSheet(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
