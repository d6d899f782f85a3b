package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;

/** Keeps those from saying whether an upgrade is well who had another duty in it. */
public interface Separation {
  /**
   * That somebody says whether it is well, now.
   *
   * @throws dev.evenkeel.server.shared.Refused when another duty of the upgrade is theirs
   */
  void validates(Upgrade upgrade, Actor actor);

  /** Whether it would refuse a person, by what people decided; quick, for lists. */
  boolean isAgainst(Upgrade upgrade, String person);
}
