package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.util.List;
import java.util.Optional;

/** Whoever invites people to the kick-off says here whom, and whether it reached them. */
public interface KickOffLetters {
  /**
   * What somebody was told last.
   *
   * @param sequence counts the changes of the meeting
   * @param state of the message
   * @param path of the message
   */
  record Line(String person, String told, int sequence, String state, Optional<String> path) {}

  List<Line> of(UpgradeId upgrade);

  /** The name the kick-off has in calendars; the same for as long as there is one. */
  String uid(UpgradeId upgrade);

  /** Invites everybody in the team who has not got the invitation as it is now. */
  void invite(UpgradeId upgrade, Actor actor);
}
