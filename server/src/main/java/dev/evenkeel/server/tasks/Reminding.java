package dev.evenkeel.server.tasks;

import java.time.ZoneId;
import java.util.Optional;

/** Whoever reminds people of their tasks says here how. */
public interface Reminding {
  /**
   * How somebody is reminded.
   *
   * @param reaches whether anything would reach them
   * @param path where they change it
   */
  record Way(boolean reaches, String says, String path) {}

  Way of(String person);

  /** The time zone somebody lives by, when one is known. */
  Optional<ZoneId> zone(String person);
}
