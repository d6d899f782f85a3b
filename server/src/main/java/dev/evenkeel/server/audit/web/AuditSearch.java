package dev.evenkeel.server.audit.web;

import dev.evenkeel.server.audit.AuditQuery;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as it was typed.
 *
 * @param from a day, or an instant
 * @param to the last day, or an instant that is too late
 */
record AuditSearch(
    @Nullable String subject,
    @Nullable String actor,
    @Nullable String what,
    @Nullable String from,
    @Nullable String to,
    @Nullable Long before) {

  /**
   * @throws Refused when a time is none
   */
  AuditQuery query() {
    return new AuditQuery(
        typed(subject).replaceFirst("(?<=.)/+$", ""),
        typed(actor),
        typed(what),
        time("from", typed(from), 0),
        time("to", typed(to), 1),
        before == null ? Long.MAX_VALUE : before);
  }

  static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static Optional<Instant> time(String name, String text, int days) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() <= 10
              ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new Refused(
          Refused.Kind.INVALID,
          "%s: '%s' is no time. Give a day such as 2026-11-22, or an instant such as 2026-11-22T11:40:00Z."
              .formatted(name, text));
    }
  }
}
