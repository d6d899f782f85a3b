package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.server.inventory.lifecycle.SupportWarning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A warning for programs.
 *
 * @param ends empty when it is over and nobody says since when
 */
record WarningView(
    long id,
    Instant at,
    String system,
    Standing.What what,
    Optional<LocalDate> ends,
    int days,
    String says) {

  static WarningView of(SupportWarning warning) {
    return new WarningView(
        warning.id(),
        warning.at(),
        warning.system(),
        warning.what(),
        Optional.of(warning.ends()).filter(_ -> warning.isDated()),
        warning.days(),
        warning.says());
  }
}
