package dev.evenkeel.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What was done, when and by whom.
 *
 * @param at to the microsecond, as databases keep it
 * @param actorKind such as {@code PERSON}
 * @param what in a few words, such as {@code upgrade changed}
 * @param subject a path, such as {@code /upgrades/12}
 * @param facts a JSON object as {@link Facts} writes it
 */
public record Deed(
    Instant at, String actorKind, String actor, String what, String subject, String facts) {
  public Deed {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Such as {@code 2026-11-22T11:40:02.123456Z}, always with six digits. */
  public String moment() {
    String seconds = at.truncatedTo(ChronoUnit.SECONDS).toString();
    String micros = Integer.toString(1_000_000 + at.getNano() / 1_000);
    return seconds.substring(0, seconds.length() - 1) + "." + micros.substring(1) + "Z";
  }
}
