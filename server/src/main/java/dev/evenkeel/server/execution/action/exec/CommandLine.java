package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Attempt;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is carried out, in which folder, with which environment.
 *
 * @param arguments the program and its arguments
 */
record CommandLine(List<String> arguments, Path directory, Map<String, String> environment) {

  /** What a command inherits from the server; nothing else, so that no secret of ours leaks out. */
  private static final List<String> INHERITED =
      List.of(
          "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

  static CommandLine of(Exec words, Attempt attempt, Map<String, String> servers) {
    Map<String, String> environment = new HashMap<>();
    INHERITED.forEach(
        name -> Optional.ofNullable(servers.get(name)).ifPresent(v -> environment.put(name, v)));
    environment.putAll(words.env());
    environment.put("EVENKEEL_RUN", attempt.run());
    environment.put("EVENKEEL_STEP", attempt.step());
    environment.put("EVENKEEL_TARGET", attempt.target());
    environment.put("EVENKEEL_ATTEMPT", attempt.id());
    return new CommandLine(
        words
            .script()
            .map(script -> List.of(words.shell().orElse("sh"), "-c", script))
            .orElse(words.command()),
        Path.of(words.directory().orElse("")).toAbsolutePath().normalize(),
        environment);
  }

  String program() {
    return arguments.getFirst();
  }

  /** As people would write it, on one line and not too long. */
  String spoken() {
    var line = String.join(" ", arguments).replaceAll("\\s+", " ");
    return line.length() <= 200 ? line : line.substring(0, 199) + "…";
  }
}
