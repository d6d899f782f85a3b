package dev.evenkeel.cli.people;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel people}. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Who may sign in, and what they may do.",
    subcommands = {
      ListCommand.class,
      AddCommand.class,
      GrantCommand.class,
      AddressCommand.class,
      DisableCommand.class,
      EnableCommand.class
    })
public final class PeopleCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
