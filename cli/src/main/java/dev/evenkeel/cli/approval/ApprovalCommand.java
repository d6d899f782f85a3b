package dev.evenkeel.cli.approval;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel approval}. */
@Command(
    name = "approval",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Asks for the approval of upgrades, and gives it or does not.",
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      RequestCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      WithdrawCommand.class
    })
public final class ApprovalCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
