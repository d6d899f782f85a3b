package dev.evenkeel.runbook.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is added to a log: a file, or what a command goes on printing. */
@Says("reads what is added to a log, for failures never seen before")
@Keys(exactlyOne = {"path", "command"})
public record LogSource(
    @Says("a file on the machine of the server; it may be rotated") Optional<String> path,
    @Says(
            "a program that goes on printing, such as ssh with tail -n 0 -F; it is started once and read at every look; no shell is involved")
        List<String> command,
    @Says("environment variables added for the command") Map<String, String> env) {

  public LogSource {
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }
}
