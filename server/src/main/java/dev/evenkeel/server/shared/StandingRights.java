package dev.evenkeel.server.shared;

import java.time.Instant;

/**
 * What somebody may do now who left an order behind, for what is carried out in their name when
 * they are not there.
 */
public interface StandingRights {
  /**
   * @param since when the order was given; who has the same name but came later is somebody else
   */
  Standing of(Actor actor, Instant since);

  /** Whether they are still there. */
  sealed interface Standing {
    /** They are, with these rights now. */
    record Holds(Rights rights) implements Standing {}

    /**
     * They are not.
     *
     * @param why a sentence
     */
    record Gone(String why) implements Standing {}
  }
}
