package dev.evenkeel.cli.message;

import dev.evenkeel.cli.Caller;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code evenkeel message withdraw}. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = "Takes a message back that waits, or wants nothing more of one that failed.")
final class WithdrawCommand implements Runnable {
  @Mixin private final MessageDesk desk;

  @Parameters(index = "0", paramLabel = "ID", description = "the number of the message")
  private long id;

  WithdrawCommand(Caller caller) {
    this.desk = new MessageDesk(caller);
  }

  @Override
  public void run() {
    long seen = desk.api().get("/api/messages/" + id).path("message").path("version").asLong();
    MessageText.print(
        desk, desk.api().postAt("/api/messages/%d/withdraw".formatted(id), Map.of(), seen));
  }
}
