package dev.evenkeel.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

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
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  public Deed {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Such as {@code 2026-11-22T11:40:02.123456Z}, always with six digits. */
  public String moment() {
    return MICROSECONDS.format(at);
  }
}
