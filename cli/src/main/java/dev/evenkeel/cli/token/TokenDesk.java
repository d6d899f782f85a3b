package dev.evenkeel.cli.token;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;

/** What every command about tokens has. */
final class TokenDesk extends Desk {
  TokenDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }
}
