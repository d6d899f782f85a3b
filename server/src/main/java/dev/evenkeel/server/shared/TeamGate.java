package dev.evenkeel.server.shared;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps those who have a right for teams only to what belongs to these teams. */
public interface TeamGate {
  /**
   * What keeps somebody with these rights from work on these systems; nothing when they may do it
   * everywhere, or every system belongs to a team for which they may.
   *
   * @return a sentence with the team, and who can grant what is missing
   */
  Optional<String> against(Rights rights, Right right, Collection<String> systems);

  /** Names of the teams there are. */
  List<String> teams();

  /**
   * Asks that of the sender of the current request. Work that no request began passes, and so does
   * a sender without this right for any team: what they came in with was asked at the door.
   *
   * @throws Refused when something keeps the sender from it
   */
  void keep(Right right, Collection<String> systems);
}
