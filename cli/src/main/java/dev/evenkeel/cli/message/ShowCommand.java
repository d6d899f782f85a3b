package dev.evenkeel.cli.message;

import dev.evenkeel.cli.Caller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evenkeel message show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a message with every attempt to deliver it.")
final class ShowCommand implements Runnable {
  @Mixin private final MessageDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the message")
  private long id;

  ShowCommand(Caller caller) {
    this.desk = new MessageDesk(caller);
  }

  @Override
  public void run() {
    MessageText.print(desk, desk.api().get("/api/messages/" + id));
  }
}
