package dev.evenkeel.cli.approval;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evenkeel approval}. */
@Command(
    name = "approval",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Asks for the approval of upgrades, and gives it or does not.",
    subcommands = {ListCommand.class, ShowCommand.class, RequestCommand.class})
public final class ApprovalCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  @Command(
      name = "approve",
      mixinStandardHelpOptions = true,
      description = "Agrees to an upgrade exactly as it is shown.")
  void approve(
      @Mixin Deciding desk,
      @Option(
              names = "--comment",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "what to say with it")
          String comment) {
    desk.decide("approve", comment);
  }

  @Command(
      name = "reject",
      mixinStandardHelpOptions = true,
      description = "Does not agree to an upgrade.")
  void reject(
      @Mixin Deciding desk,
      @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "why not")
          String comment) {
    desk.decide("reject", comment);
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes one's own agreement back.")
  void withdraw(
      @Mixin Deciding desk,
      @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "why")
          String comment) {
    desk.decide("withdraw", comment);
  }
}
