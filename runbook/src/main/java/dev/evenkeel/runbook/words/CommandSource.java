package dev.evenkeel.runbook.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs a command: exit code 0 is a success, and a number on its first line of output is the value.
 */
@Says("runs a command")
public record CommandSource(
    @Says(value = "the program and its arguments; no shell is involved", needed = true)
        List<String> command,
    @Says("environment variables added") Map<String, String> env,
    @Says(value = "how long it may take", fallback = "10s", atLeast = "1ms") Duration within) {

  public CommandSource {
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }
}
