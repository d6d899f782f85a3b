package dev.evenkeel.cli.channel;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;

/** What every command about channels has. */
final class ChannelDesk extends Desk {
  ChannelDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }
}
