package dev.evenkeel.server.shared;

import java.time.Duration;
import java.util.List;

/**
 * Whoever knows of something that waits for people tells it here. It is asked of one person, for
 * the page and for the reminder of a day, and looks at what is near only.
 */
public interface Waiting {
  /** What happens later than that waits for nobody yet. */
  Duration NEAR = Duration.ofDays(14);

  /**
   * What waits for somebody now, and only what they may do.
   *
   * @param person by sign-in name
   */
  List<Wait> of(String person, Rights rights);
}
