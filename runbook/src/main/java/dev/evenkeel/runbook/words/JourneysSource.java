package dev.evenkeel.runbook.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what users do, a JSON object a line: a file, or what a command goes on printing. */
@Says(
    "reads what users do, a JSON object a line: {\"user\": …, \"workflow\": …, \"what\": tried, failed, waiting, completed or left, \"at\": …, \"detail\": …}")
@Keys(exactlyOne = {"path", "command"})
public record JourneysSource(
    @Says("a file on the machine of the server; it may be rotated") Optional<String> path,
    @Says(
            "a program that goes on printing, such as ssh with tail -n 0 -F; it is started once and read at every look; no shell is involved")
        List<String> command,
    @Says("environment variables added for the command") Map<String, String> env) {

  public JourneysSource {
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }
}
