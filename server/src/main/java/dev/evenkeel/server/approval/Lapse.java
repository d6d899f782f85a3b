package dev.evenkeel.server.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That what was agreed to was found to be something else, or was found to be as agreed again.
 *
 * @param number counts those of a request, from 1
 * @param lapsed false when it is as agreed again
 * @param differences a sentence each
 * @param by who changed it last, as far as that is known
 * @param at when it was found
 */
public record Lapse(
    long request,
    int number,
    boolean lapsed,
    List<String> differences,
    Optional<String> by,
    Instant at) {
  public Lapse {
    differences = List.copyOf(differences);
  }
}
