package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.shared.Inherited;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is carried out, in which folder, with which environment.
 *
 * @param arguments the program and its arguments
 */
record CommandLine(List<String> arguments, Path directory, Map<String, String> environment) {

  static CommandLine of(Exec words, Attempt attempt, Map<String, String> servers) {
    var environment = Inherited.of(servers);
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
