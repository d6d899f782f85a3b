package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenkeel approval withdraw}. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Takes one's own agreement back.")
final class WithdrawCommand extends Deciding {
  @Option(names = "--comment", paramLabel = "TEXT", description = "why")
  private String comment = "";

  WithdrawCommand(Caller caller) {
    super(caller, "withdraw");
  }

  @Override
  String comment() {
    return comment;
  }
}
