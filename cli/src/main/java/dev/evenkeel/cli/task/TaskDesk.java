package dev.evenkeel.cli.task;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;

/** What every command about tasks has. */
final class TaskDesk extends Desk {
  TaskDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }
}
