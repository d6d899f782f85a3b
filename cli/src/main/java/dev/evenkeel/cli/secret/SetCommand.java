package dev.evenkeel.cli.secret;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.ServerOption;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code evenkeel secret set}. The value is never an argument: those show in lists of processes and
 * in the shell's history.
 */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps a secret, new or in place of the old one.",
      "Asks for the value; piped, it reads it, without the line break at the end."
    })
final class SetCommand implements Runnable {
  private final Caller caller;

  @Mixin private final ServerOption server = new ServerOption();
  @Mixin private final NameArgument secret = new NameArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  SetCommand(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void run() {
    String value = value();
    if (value.isEmpty()) {
      throw new Trouble(
          ExitCode.REFUSED,
          "The value of secret %s is empty; pipe one in, or type one when asked."
              .formatted(secret.name()));
    }
    server.api(caller).put(secret.path(), Map.of("value", value));
    spec.commandLine().getOut().printf("Secret %s is kept.%n", secret.name());
  }

  private String value() {
    Optional<char[]> typed =
        caller.terminal().askHidden("Value of secret %s (not shown): ".formatted(secret.name()));
    if (typed.isPresent()) {
      return new String(typed.get());
    }
    try {
      String piped = new String(caller.in().readAllBytes(), StandardCharsets.UTF_8);
      return piped.replaceFirst("\\r?\\n\\z", "");
    } catch (IOException e) {
      throw new Trouble(ExitCode.FAILED, "The value cannot be read: %s.".formatted(e), e);
    }
  }
}
