package dev.evenkeel.cli.message;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel message}. */
@Command(
    name = "message",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows what people were told, what became of it, and tells them more.",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      SendCommand.class,
      RetryCommand.class,
      WithdrawCommand.class
    })
public final class MessageCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
