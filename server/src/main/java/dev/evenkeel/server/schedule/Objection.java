package dev.evenkeel.server.schedule;

import dev.evenkeel.calendar.Reason;
import dev.evenkeel.server.shared.Right;

/**
 * Why a system may not be changed at a time.
 *
 * @param mayOverride the right it takes to do it all the same, with a reason: the freeze says it
 */
public record Objection(String system, Reason reason, Right mayOverride) {

  /** Such as {@code shop: 2026-11-23T… to …: freeze 'Black week: …' of ann (team web)}. */
  public String words() {
    return "%s: %s".formatted(system, reason.words());
  }
}
