package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel approval reject}. */
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    description = "Does not agree to an upgrade.")
final class RejectCommand implements Runnable {
  @Mixin private final ApprovalDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "why not")
  private String comment = "";

  @Option(
      names = "--instead-of",
      paramLabel = "WHO",
      description = "in whose place, as the delegate they named")
  private String insteadOf = "";

  RejectCommand(Caller caller) {
    this.desk = new ApprovalDesk(caller);
  }

  @Override
  public void run() {
    desk.decide(upgrade, "reject", comment, insteadOf);
  }
}
