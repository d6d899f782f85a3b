package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel approval withdraw}. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Takes one's own agreement back.")
final class WithdrawCommand implements Runnable {
  @Mixin private final ApprovalDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(names = "--comment", required = false, paramLabel = "TEXT", description = "why")
  private String comment = "";

  @Option(
      names = "--instead-of",
      paramLabel = "WHO",
      description = "in whose place, as the delegate they named")
  private String insteadOf = "";

  WithdrawCommand(Caller caller) {
    this.desk = new ApprovalDesk(caller);
  }

  @Override
  public void run() {
    desk.decide(upgrade, "withdraw", comment, insteadOf);
  }
}
