package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** Commands as addresses name them: {@code roll-back}. */
final class RunCommands {
  private RunCommands() {}

  static String word(RunCommand command) {
    return command.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws Refused when there is no such command
   */
  static RunCommand of(String word) {
    return Arrays.stream(RunCommand.values())
        .filter(command -> word(command).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no command '%s'.".formatted(word)));
  }
}
