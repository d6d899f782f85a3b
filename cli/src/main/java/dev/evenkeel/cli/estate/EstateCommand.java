package dev.evenkeel.cli.estate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel estate}. */
@Command(
    name = "estate",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Reads the estate and its history, and takes changes back.",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      HistoryCommand.class,
      RevertCommand.class,
      BlastCommand.class
    })
public final class EstateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
