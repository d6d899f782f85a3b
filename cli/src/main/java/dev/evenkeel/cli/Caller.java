package dev.evenkeel.cli;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;

/**
 * Who calls the command line, and from where.
 *
 * @param environment its variables
 * @param home the home folder of the user
 * @param in what is piped in
 * @param clock the time, in the caller's time zone
 * @param terminal what it looks at
 */
public record Caller(
    Map<String, String> environment, String home, InputStream in, Clock clock, Terminal terminal) {

  /** The process itself. */
  static Caller ofThisProcess() {
    return new Caller(
        System.getenv(),
        System.getProperty("user.home", "."),
        System.in,
        Clock.systemDefaultZone(),
        Terminal.ofThisProcess(System.getenv()));
  }

  /** A variable that is set to something, else the empty text. */
  public String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
