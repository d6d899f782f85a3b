package dev.evenkeel.server.inventory;

import java.util.Map;

/**
 * Holds entries of the estate still: while something changes a system, what is written of it must
 * not change under its hands.
 */
public interface HoldStill {
  /**
   * What is held still just now.
   *
   * @return by the name of the system why, and what to do about it, as whole sentences
   */
  Map<String, String> held();
}
