package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands that decide on a request have in common. */
abstract class Deciding implements Runnable {
  private final String decision;

  @Mixin private final ApprovalDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(
      names = "--instead-of",
      paramLabel = "WHO",
      description = "in whose place, as the delegate they named")
  private String insteadOf = "";

  /**
   * @param decision as the API calls it
   */
  Deciding(Caller caller, String decision) {
    this.desk = new ApprovalDesk(caller);
    this.decision = decision;
  }

  /** What the person says with it, empty when nothing. */
  abstract String comment();

  @Override
  public final void run() {
    desk.decide(upgrade, decision, comment(), insteadOf);
  }
}
