package dev.evenkeel.server.shared;

import java.util.Set;

/** Which people stand behind an actor: nobody approves what he asked for himself with a token. */
public interface PeopleBehind {
  /**
   * A person himself; behind a token whoever issued it, also when it was taken back since; nobody
   * behind Evenkeel and the command line of its own machine.
   *
   * @return sign-in names
   */
  Set<String> of(Actor actor);
}
