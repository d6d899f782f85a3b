package dev.evenkeel.cli.message;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;

/** What every command about messages has. */
final class MessageDesk extends Desk {
  MessageDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }
}
