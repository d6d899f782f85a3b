package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;

/** What somebody keeps for himself. */
final class Own {
  private Own() {}

  /**
   * The name of whoever asks. A token may be called like a person, and is not that person.
   *
   * @throws Refused when it is no person
   */
  static String person(Actor actor) {
    if (actor.kind() != Actor.Kind.PERSON) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "This is about somebody who is signed in, not about a token. Open it in a browser.");
    }
    return actor.name();
  }
}
