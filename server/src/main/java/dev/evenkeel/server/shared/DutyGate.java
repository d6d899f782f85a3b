package dev.evenkeel.server.shared;

import java.util.Map;

/**
 * Whoever keeps duties tells here whether a request is one of the sender's. It lets somebody
 * through to what their own open task asks of them, and to nothing else.
 */
public interface DutyGate {
  /**
   * @param pattern of the address, such as {@code /upgrades/{id}/audit}
   * @param parts of the address, by name
   */
  boolean lets(Actor sender, String pattern, Map<String, String> parts);
}
