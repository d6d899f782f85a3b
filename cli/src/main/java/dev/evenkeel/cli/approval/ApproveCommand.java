package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel approval approve}. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Agrees to an upgrade exactly as it is shown.")
final class ApproveCommand implements Runnable {
  @Mixin private final ApprovalDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(
      names = "--comment",
      required = false,
      paramLabel = "TEXT",
      description = "what to say with it")
  private String comment = "";

  @Option(
      names = "--instead-of",
      paramLabel = "WHO",
      description = "in whose place, as the delegate they named")
  private String insteadOf = "";

  ApproveCommand(Caller caller) {
    this.desk = new ApprovalDesk(caller);
  }

  @Override
  public void run() {
    desk.decide(upgrade, "approve", comment, insteadOf);
  }
}
