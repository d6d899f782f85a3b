package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands that decide on a request have in common. */
final class Deciding extends ApprovalDesk {
  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(
      names = "--instead-of",
      paramLabel = "WHO",
      description = "in whose place, as the delegate they named")
  private String insteadOf = "";

  Deciding(Caller caller) {
    super(caller);
  }

  /**
   * @param decision as the API calls it
   */
  void decide(String decision, String comment) {
    decide(upgrade, decision, comment, insteadOf);
  }
}
