package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a run shall start, as typed into a page: by the clock on the wall of who types.
 *
 * @param start such as {@code 2026-11-28T22:00}; empty when nothing was typed
 * @param latest the same
 * @param zone where that clock hangs
 */
public record TypedTime(String start, String latest, String zone) {
  static final TypedTime NONE = new TypedTime("", "", "UTC");

  static TypedTime of(HttpServletRequest request) {
    return new TypedTime(
        given(request, "startAt"),
        given(request, "latest"),
        Optional.of(given(request, "zone")).filter(zone -> !zone.isEmpty()).orElse("UTC"));
  }

  private static String given(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
  }

  /**
   * @throws Refused when nothing was typed, or what was typed is no time there, or one that cannot
   *     be kept
   */
  StartTimes times(Instant now) {
    if (start.isEmpty()) {
      throw new Refused(Refused.Kind.INVALID, "Say at what time the run shall start.");
    }
    return StartTimes.of(
        instant(start), latest.isEmpty() ? Optional.empty() : Optional.of(instant(latest)), now);
  }

  private Instant instant(String text) {
    try {
      LocalDateTime wall = LocalDateTime.parse(text);
      ZoneId place = ZoneId.of(zone);
      if (place.getRules().getValidOffsets(wall).isEmpty()) {
        throw new Refused(
            Refused.Kind.INVALID,
            "There is no %s in %s: the clock is put forward then. Give another time."
                .formatted(text, zone));
      }
      return wall.atZone(place).toInstant();
    } catch (DateTimeException none) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' in %s is no time. Write it like 2026-11-28T22:00.".formatted(text, zone));
    }
  }
}
