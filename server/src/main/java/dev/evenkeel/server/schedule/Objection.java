package dev.evenkeel.server.schedule;

import dev.evenkeel.calendar.Reason;
import dev.evenkeel.server.shared.Role;

/**
 * Why a system may not be changed at a time.
 *
 * @param mayOverride who may do it all the same, with a reason: the freeze says it, else an
 *     administrator
 */
public record Objection(String system, Reason reason, Role mayOverride) {

  /** Such as {@code shop: 2026-11-23T… to …: freeze 'Black week: …' of ann (team web)}. */
  public String words() {
    return "%s: %s".formatted(system, reason.words());
  }
}
