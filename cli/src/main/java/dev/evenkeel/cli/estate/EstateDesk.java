package dev.evenkeel.cli.estate;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What every command about the estate has, and how it words things. */
final class EstateDesk extends Desk {
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  EstateDesk(Caller caller) {
    super(caller);
  }

  /** One line for people. */
  void say(String line) {
    out().println(Harmless.text(line));
  }

  String when(Instant at) {
    return WHEN.format(at.atZone(caller().clock().getZone()));
  }

  static String counted(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
