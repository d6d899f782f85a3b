package dev.evenkeel.cli.retention;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel retention hold}. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description = "Holds an upgrade: nothing of it is deleted, whatever the policies say.")
final class HoldCommand implements Runnable {
  @Mixin private final RetentionDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "its number, or its name")
  private String upgrade = "";

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "why, and for whom; it stands in the audit trail")
  private String why = "";

  HoldCommand(Caller caller) {
    this.desk = new RetentionDesk(caller);
  }

  @Override
  public void run() {
    desk.hold("holds", upgrade, why, "Nothing of upgrade %s is deleted.");
  }
}
