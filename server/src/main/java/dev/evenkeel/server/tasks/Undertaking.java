package dev.evenkeel.server.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What tasks are done for: an upgrade, as far as tasks must know it.
 *
 * @param to the version it goes to
 * @param madeAt when it began
 * @param over whether nothing is done for it any more; what was done then stays as it was
 */
public record Undertaking(
    long id,
    String title,
    List<String> systems,
    String to,
    String owner,
    Optional<LocalDate> goLive,
    Instant madeAt,
    boolean over) {
  public Undertaking {
    systems = List.copyOf(systems);
  }

  public String path() {
    return "/upgrades/" + id;
  }
}
