package dev.evenkeel.cli.template;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;

/** What every command about templates has. */
final class TemplateDesk extends Desk {
  TemplateDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }
}
