package dev.evenkeel.runbook.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a command on the machine of the server, supervised: it survives the server and is never
 * started twice.
 */
@Says("runs a command, given as a list of arguments")
@Keys(
    exactlyOne = {"command", "script"},
    together = {"shell", "script"})
public record Exec(
    @Says("the program and its arguments; no shell is involved") List<String> command,
    @Says("a shell to run `script` with, such as bash; only together with `script`")
        Optional<String> shell,
    @Says("text for the shell; must not hold ${…}: pass values through `env`")
        Optional<String> script,
    @Says("environment variables added to the command's own") Map<String, String> env,
    @Says("the folder to run in") Optional<String> directory,
    @Says(value = "exit code that means done", fallback = "0", atLeast = "0", atMost = "255")
        int done,
    @Says(
            value = "when observing: exit code that means not done; any other means unknown",
            fallback = "1",
            atLeast = "0",
            atMost = "255")
        int notDone) {

  public Exec {
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }
}
