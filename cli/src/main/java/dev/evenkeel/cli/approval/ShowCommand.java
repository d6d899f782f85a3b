package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel approval show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the approval of an upgrade, what people did, and what changed since.")
final class ShowCommand implements Runnable {
  @Mixin private final ApprovalDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(
      names = "--content",
      description = "only what was signed, exactly: its SHA-256 is the digest")
  private boolean content;

  ShowCommand(Caller caller) {
    this.desk = new ApprovalDesk(caller);
  }

  @Override
  public void run() {
    String path = ApprovalDesk.path(upgrade);
    if (content) {
      desk.out().print(desk.api().text(path + "/content", "text/plain"));
      desk.out().flush();
      return;
    }
    desk.answer(desk.api().get(path));
  }
}
