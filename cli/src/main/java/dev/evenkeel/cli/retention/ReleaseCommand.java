package dev.evenkeel.cli.retention;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel retention release}. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Holds an upgrade no longer: the policies count for it again.")
final class ReleaseCommand implements Runnable {
  @Mixin private final RetentionDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "its number, or its name")
  private String upgrade = "";

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "why, and for whom; it stands in the audit trail")
  private String why = "";

  ReleaseCommand(Caller caller) {
    this.desk = new RetentionDesk(caller);
  }

  @Override
  public void run() {
    desk.hold("releases", upgrade, why, "Upgrade %s is not held any more.");
  }
}
